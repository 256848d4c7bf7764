# The words that a contributor can meet, in Chinese (simplified).
#
# Register: 您, as in the sheet and the consent text; plain and friendly. No plurals; a space between Chinese and Latin letters or digits.
# Words: recording (take) = 录音 (counted 条); sentence (prompt) = 句子; reading = 朗读 (only where a sentence is read several times);
# sitting (session) = 场 (这一场, 上一场); microphone = 麦克风; loudspeaker = 扬声器; break = 休息; keep = 保留; receipt = 回执;
# withdrawal code = 撤回码; sheet = 句子集; speaker, contributor = 参与者; the key Enter = 回车.

## Verdicts

verdict-pass = 合格
verdict-warn = 尚可
verdict-reject = 重读

## The start of a sitting

welcome-head = { $title }（{ $locale }，参与者 { $speaker }，{ $device }）
welcome-going-on = 接着上次继续：{ $readings } 句中已完成 { $kept } 句。
welcome-another = 上次的麦克风是 { $before }，这次是 { $now }。
welcome-readings = 共 { $count } 句。
welcome-longest = 一条录音最长 { $length }。超过后会自动停止，并且不能使用。
welcome-patience = 如果录音比读这句话所需的时间长得多，也会自动停止。
welcome-listening =
    从现在起到结束，麦克风一直开着。保存的是两次回车之间的声音，以及前后各半秒。
welcome-keys = 输入 ? 再按回车，显示所有按键；每个字母后面都要按回车。
recovered-saved = 上一场中途断了。已保存 { $count } 条未录完的录音。
session-unreadable =
    有一个录音文件夹无法读取，会保持原样：{ $path }（{ $cause }）。请给帮助您的人看看。
recovered-torn = 上一场中途断了。您保留的录音都没有丢失。

clock-early = 这台电脑的时钟显示 { $date }，比本程序的制作日期还早。请设好日期和时间再重新开始：这个日期的录音和相应的同意以后都不能使用。
clock-late = 这台电脑的时钟显示 { $date }，离今天太远。请设好日期和时间再重新开始：这个日期的录音和相应的同意以后都不能使用。

## The room

room-listening = 请安静 { $seconds } 秒：正在测量房间里的噪声。
room-silent = 没有声音。
room-silent-advice = 收到的全是静音。麦克风是不是静音了，或者应该用另一个？
room-loud = 房间里有些吵。
room-loud-advice = 请关上窗户，关掉风扇，或者离麦克风近一些。
room-quiet = 房间足够安静。
room-keys = 回车：再测一次   g：仍然继续   q：今天到此为止

## The prompt and the take

media-sound = 先播放一段示范，放完后请开始说。e：再听一次
media-picture = 请看这张图片，说出与它对应的话：{ $path }
prompt-place = { $number } / { $readings }
prompt-reading = 朗读 { $repetition } / { $repeat }
prompt-again = 再读一次
prompt-kept = 已保留
prompt-of-attempts = 录音 { $attempt } / { $attempts }
take-length = { $seconds } 秒
take-stopped-long = 录音超过了最长时间 { $length }，已经停止。
length-minutes = { $count } 分钟
length-seconds = { $count } 秒
take-also = 另外：{ $titles }
take-device = 这个麦克风只能做到这样。
finding-said = { $problem }{ $fix }
meter-clipped = 过响
slept = 电脑休眠了 { $seconds } 秒。现在接着进行。
device-searched = 每秒查找一次麦克风，最多一分钟。找到后会继续；q：今天到此为止
device-muted = 麦克风 { $name } 被静音了：录到的只有静音。请在系统的声音设置中打开它。
device-unmuted = 麦克风 { $name } 又打开了。
device-back = 又有麦克风了：{ $name }。现在继续。

## What holds for a microphone, before the first prompt, and what to do about it

remark-monitor = 这不是麦克风：它录的是扬声器播放的声音。
    .wait = 请用 --device 选一个麦克风；`booth devices` 可列出所有麦克风。
remark-unplugged = 这个麦克风的插孔里没有插东西。
    .wait = 请插好，或者用 --device 选另一个；`booth devices` 可列出所有麦克风。
remark-muted = 这个麦克风已静音。
    .wait = 请在系统的声音设置中打开它。
remark-volume = 这个麦克风在系统中的音量是 { $percent }%。
    .wait = 请在声音设置中调到 100%，再把说话的声音稍微放大或放小一点。
remark-telephone = 这个麦克风听起来像电话（{ $rate }）。
    .wait = 无线耳机在通话模式下会这样。请用有线的，或者电脑自带的麦克风。
remark-narrow = 这个麦克风的采样率是 { $rate }；需要 { $wanted } Hz。
    .wait = 请在系统的声音设置中选更高的采样率，或者换一个麦克风。

## What the recorder noticed

capture-lost = 电脑太忙，丢失了一些声音。
capture-stalled = 有一会儿没有收到麦克风的声音。
capture-missing = 这条录音里缺了一些声音。
capture-silent = 收到的全是静音。
capture-clock = 麦克风的实际采样率是 { $measured } Hz，而不是 { $stated }。

## What the booth is doing

phase-idle = 这一场还没有开始。
phase-showing = 准备好了。
phase-recording = 正在录音
phase-judging = 请稍等。
phase-verdict = 请保留这条录音，或者重读。
phase-paused = 休息中。
nobody-heard = 两次都没有听到声音。您还在吗？
phase-done = 全部读完了。
phase-finished = 这一场结束了。
done-all = 全部 { $readings } 句都已保留。
done-some = 暂时就到这里：{ $readings } 句中保留了 { $kept } 句，跳过了 { $left } 句。
done-limit = 您今天想读的都读完了：{ $readings } 句中保留了 { $kept } 句。

## The list of all sentences

reading-kept = 已保留
reading-left-out = 已跳过
reading-open = 待读
reading-none = 列表里没有 `{ $given }` 这一句；可以输入 1 到 { $readings } 的编号。l：全部列表
report-ask = 这一句有什么问题？
report-spelling = 文字有错误
report-unnatural = 没有人会这样说
report-unclear = 有两种读法
report-unfit = 我不想把这一句读出来
report-other = 其他
report-keys = 请输入编号，后面可以再写几句。回车：不报告了
report-thanks = 谢谢，已经转达。
report-none = 没有转达任何内容。

## Keys

keys-showing = 回车：录音   s：跳过   b：返回   q：今天到此为止
keys-recording = 请读。回车：停止
keys-verdict = 回车：保留   r：重读   p：播放   s：跳过   b：返回
keys-rejected = 回车：重读   k：仍然保留   p：播放   s：跳过
keys-kept = 回车：继续   r：重读   p：播放   d：删除   b：返回
keys-attempts = <  >：前一条或后一条录音
keys-delete = 要永久删除这条录音吗？删除后谁也无法恢复。   d：删除   回车：不删
keys-paused = 回车：继续   q：今天到此为止
keys-done = 回车：结束   b：回到最后一句   u：撤销上一个决定   l：全部列表
keys-hands-free = 准备好了就读，一句一句会自动往下走。q：今天到此为止   w：休息   ?：所有按键
key-unknown = `{ $key }` 在这里不起作用；? 显示所有按键。
key-arrows = 方向键等特殊键在这里不起作用；? 显示所有按键。
help-enter = 录音；停止；保留好的录音；重读不合格的
    .key = 回车
help-keep = 保留这条录音
    .key = k
help-redo = 重读；在您保留另一条之前，这条录音仍在
    .key = r
help-play = 播放这条录音；在句子处，播放它最后的录音
    .key = p
help-hear = 再听一次这一句的示范
    .key = e
help-skip = 跳过，可以写明原因；这一句最后会再出现
    .key = s [原因]
help-report = 报告这一句有问题
    .key = x [问题]
help-back = 回到前一句
    .key = b
help-choose = 查看同一句的前一条或后一条录音
    .key = <  >
help-undo = 撤销上一个决定，次数不限
    .key = u
help-delete = 永久删除这条录音；会先问您
    .key = d
help-list = 列出所有句子和各自的情况
    .key = l
help-goto = 跳到列表中这个编号的句子
    .key = g 编号
help-help = 这个列表
    .key = ?
help-pause = 休息一下
    .key = w
help-mode = 录音怎样停止：您自己停止、不说话时停止、全自动；每按一次 m 换到下一种
    .key = m
help-quit = 今天到此为止；下次从这里继续
    .key = q
help-interrupt = 立即停止；您保留的录音都在
    .key = Ctrl-C

## Why a command cannot be followed now

refusal-recording = 正在录音。请先按回车停止。
refusal-not-recording = 现在没有在录音。
refusal-judging = 请稍等，正在检查录音。
refusal-undecided = 请先保留这条录音，或者重读。
refusal-no-take = 这一句还没有录音。
refusal-no-sound = 这一句没有可听的示范。
refusal-silent = 这条录音里没有人声，不能保留。请重读，或者跳过。
refusal-cut-short = 这条录音中途断了，不能保留。请重读。
refusal-no-such-take = 那一边没有这一句的其他录音了。
refusal-elsewhere = 这条录音属于以前用别的设备录的一场，不能在这里删除。
refusal-not-asked = 现在没有要回答的问题。
refusal-nothing-to-undo = 这一场里没有可以撤销的决定。
refusal-unseen = 这个回答来得太早，那时还没有问题。
refusal-done = 全部读完了。请先回到某一句。
refusal-kept = 这条录音已经保留了。
refusal-nothing-before = 前面没有句子了。
refusal-unknown-prompt = 句子集里没有这一句。
refusal-paused = 现在是休息时间。按回车继续。
refusal-not-paused = 现在不在休息。
refusal-device-lost = 找不到麦克风。一找到就会继续。
refusal-not-open = 这一场结束了。

## Why a recording stopped

stop-user = 您停止了录音。
stop-end = 声音结束了。
stop-length = 录音超过了最长时间。
stop-interrupted = 这一场在中途结束了。
stop-device-lost = 麦克风断开了。
stop-disk = 录音无法保存。
stop-discarded = 这是误操作，不会留下录音。
stop-unknown = 录音停止了。

## The end of a sitting

close-finished = 全部读完了。
close-limit = 这一场已经读够了。
close-quit = 今天到此为止。
close-interrupted = 已按您的要求停止。
close-nobody = 没有听到声音，所以停止了。
close-error = 这一场不得不结束。
close-device-changed = 麦克风换了。
close-recovered = 中断的部分已经整理好。
close-unknown = 这一场结束了。
farewell-given = 这一场您读了 { $count } 句，总共 { $all } 句（{ $minutes } 分钟）。
farewell-done = 全部完成了。谢谢您！
farewell-left = 还剩 { $count } 句。要继续，请运行：
farewell-where = 您的录音保存在 { $path }
farewell-contact = 请把录音交给 { $name }，{ $contact }。
farewell-contact-unnamed = 请把录音交给请您录音的人。

## Questions

question-speaker = 谁来朗读：{ $speakers }？（回车：新的参与者）
question-new-speaker = 这里没有叫 `{ $speaker }` 的参与者。要作为新的参与者开始，请再输入一次；否则请输入您想用的名字：
question-adult = 按我所在国家的法律，我已成年
question-contact = 怎样联系您；与录音分开保存
page-more = 回车：继续阅读
form-uses = 我同意：
form-about = 关于您（自愿填写）
form-ticked = [x]
form-open = [ ]
form-needed = （必选）
form-left-out = -
form-keys =
    输入编号再按回车，可勾选或取消这一行；有的行要输入编号和文字，例如：{ $example } 四十多岁
    只按回车：就这样，没有要改的。   q：退出，什么都不保存
form-lacking = 不勾选 { $numbers } 就不能录音。
form-unknown = 没有 `{ $given }` 这一行；可以输入 1 到 { $last } 的编号。
form-no-words = 第 { $number } 行不需要文字：只输入编号就可以勾选或取消。
form-words = 第 { $number } 行需要文字：请写在编号后面。编号后面写 - 可清空这一行。
about-gender = 您的性别，用您自己的话写
about-age = 您的年龄，或者大致范围，如三十多岁
about-accent = 您的口音或地区
about-native-language = 您的母语

## Uses that are asked for; each goes on with "You may"

scope-asr = 用我的录音教机器听懂人说的话（语音识别）
scope-tts = 用我的录音制作可能听起来像我的合成声音
scope-speaker-id = 用我的录音教机器根据声音识别说话的人是谁
scope-evaluation = 用我的录音评测这类系统
scope-share-gated =
    { $licence ->
        [none] 把我的录音提供给已签署使用条款的人
       *[other] 按许可证 { $licence } 把我的录音提供给已签署使用条款的人
    }
scope-share-open =
    { $licence ->
        [none] 公开发布我的录音，任何人都可以下载和使用
       *[other] 按许可证 { $licence } 公开发布我的录音，任何人都可以下载并在许可证允许的范围内使用
    }
scope-contact-again = 以后再请我录音

## The receipt

consent-holds = 您于 { $date } 作出的同意（回执 { $receipt }）仍然有效。
project-used = 项目：{ $path }
receipt-where = 您的回执（含撤回码）在 { $path }
receipt-code = 撤回码：{ $code }   （请保管好，别处没有保存）
controller-unnamed = 负责这次录音的人
contact-unnamed = 请您录音的人
copy-consent = 您的同意
copy-consent-said = { $date }（UTC）作出，本人留存
copy-receipt = 回执
copy-speaker = 您是
copy-speaker-said = 参与者 { $speaker }（姓名不会与录音一起保存）
copy-controller = 录音收集方
copy-contact = 联系方式
copy-until = 到期日
copy-yes = 是
copy-no = 否
copy-licence = 许可证
copy-code = 撤回码
copy-withdraw = 如何撤回
copy-keep = 请保管好这个撤回码：别处没有保存，它可以证明录音是您的。
copy-text = 当时给您看的文字（{ $locale }）：
withdrawal-by-code = 把撤回码告诉上面的联系人即可，不需要说明理由。
gone-head = 已于 { $date }（UTC）撤回，编号 { $id }
gone-speaker = 您撤回了到那时为止录下的全部内容。
gone-session = 您撤回了一次录音会话。
gone-take = 您撤回了一条录音。
gone-scope = 从现在起不再将其用于：{ $scope }。其他不变。
gone-deleted = 已永久删除：录音 { $takes } 条，声音 { $seconds } 秒。事后的查找没有发现任何残留。
gone-no-release = 这些内容此前没有发布过。
gone-releases = 这些内容在已经发出的版本中：{ $releases }。持有这些版本的人都会被告知将其删除。
gone-models = 此前从已发布版本中学到的东西，无法从训练好的模型中取出。
gone-next = 下一个版本将不再包含这些内容。请保存这封信：它就是凭证。
mine-head = 这里保存的有关您的全部内容，复制于 { $date }（UTC）
mine-sessions = 会话：{ $count } 次，每次在 sessions/ 下有各自的文件夹。
mine-files = 每个文件夹中：您的录音在 audio/，显示给您的内容以及对其测量和评述的结果在 takes.jsonl，程序听到的内容在 transcripts.jsonl，您同意的内容在 consent/。
mine-receipts = 在 receipts/ 中：您的回执、信件，以及您留下的联系方式。
mine-rights = 这些都属于您：可以阅读、保存、交给任何人。用回执上的代码，您可以全部撤回。
feedback-head = 你的录音结果如何，来自收集录音的人
feedback-thanks = 目前已收下：{ $count }。感谢你的每一条录音。
feedback-again = 请重新读：{ $count }，大约 { $minutes } 分钟。
feedback-nothing = 没有需要重新读的。
feedback-why = { $count } × { $why }
feedback-advice = 大多数出于同一个原因。继续之前：{ $fix }
feedback-here = 请再读一次：{ $problem }
feedback-heard = 有人听过，希望你再读一次。请从容地读，就像在家里说话一样。
feedback-how = 为此，请把这个文件放在你的录音文件夹旁边，然后照常录音。
feedback-of-another = 这份反馈是给 { $given } 的，而现在读的是 { $wanted }。
feedback-elsewhere = 此外，属于其他文稿或语言，或已不在文稿中的：{ $count }。
feedback-unreadable = 有一份反馈无法读取，{ $path }：{ $cause }
hand-in-made = 要提交的文件：{ $files } – 代码是 { $code }。
hand-in-nothing = 没有尚未提交的内容。
hand-in-lacking = 有些内容没能放进文件：{ $count }。请告诉请你录音的人。
farewell-bundle = 把它们做成一个文件来提交：

## The page in the browser: what is said of a sitting

language-name = 中文
page-link = 请在这台电脑的浏览器里打开这个链接；它只能打开页面一次：
page-address = 在打开过这个页面的浏览器里，{ $address } 可以再次打开它。
page-running = 页面已经打开了；现在再打开一次。
page-no-browser = 无法打开浏览器（{ $cause }）；请打开上面的链接
page-no-server = 无法提供页面：{ $cause }
    .hint = 可能被别的程序阻止了；`booth record` 可以在终端里录音
page-alone = 已经十分钟没有人看这个页面了
page-over-said = Booth 已经结束。您可以关闭这个页面。
page-trouble = 没有成功
page-start = 您想读什么？
page-sheet-languages = { $count } 种语言
page-consent = 开始之前
page-sound = 试音
page-microphone-say = 麦克风正在听，请随便说点什么，比如说说您身边看到的东西。
page-was-away = 页面关闭了，所以录音已停止；这条录音没有丢失。
page-device-searched = 每秒查找一次麦克风，最多一分钟。找到后会继续。
page-device-advice = 请重新插好，或者选另一个麦克风。
page-device-busy = 请关闭正在使用它的另一个程序，或者选另一个麦克风。
page-device-denied = 请在这台电脑的隐私设置中允许 Booth 使用麦克风。
page-picture-alt = 与这一句对应的图片
page-delete-ask = 要永久删除这条录音吗？删除后谁也无法恢复。
page-kept = { $readings } 句中保留了 { $kept } 句
page-minutes = 已录 { $minutes } 分钟
page-left = 还剩大约 { $count } 分钟
page-refused-recording = 正在录音。请先停止。
page-refused-paused = 现在是休息时间。请先继续。
page-reason-hard-to-say = 不好读
page-reason-wrong-sentence = 这一句有问题
page-reason-not-now = 现在不想读
page-verdict-pass = 很好
page-verdict-warn = 请检查一下
page-verdict-reject = 请重读
page-end = 谢谢您
page-end-left = 还剩 { $count } 句。您可以现在继续，也可以改天再启动 Booth。
page-end-withdraw = 您可以随时撤回录音：把回执上的撤回码告诉请您录音的人即可，不需要说明理由。
break-offer = 您已经读了半小时。休息一下吗？
mode-said = 从现在起：{ $mode }。
mode-manual = 手动
mode-auto-stop = 自动停止
mode-hands-free = 全自动

## How a microphone does, in a word or two

figure-voice = 您的声音
figure-voice-none = 没听到
figure-voice-faint = 较弱
figure-voice-good = 很好
figure-voice-strong = 响亮
figure-voice-loud = 太大
figure-room = 房间
figure-room-quiet = 安静
figure-room-heard = 有些声音
figure-room-loud = 吵
figure-band = 音质
figure-band-full = 饱满
figure-band-narrow = 有点闷
figure-band-telephone = 像电话

## The page in the browser: its fixed words

# Whole page
page-name = Booth
page-go-on = 继续
page-back = 返回
page-close = 关闭
page-note-info = 说明
page-note-warn = 请注意
page-note-bad = 问题
# Full screen when the program does not answer any more
page-gone = Booth 停止了
page-gone-safe = 您保留的录音都好好地存在这台电脑上。
page-gone-how = 要继续，请像之前那样再启动 Booth。这个页面会自动恢复，或者会打开一个新页面。
page-gone-trying = 这个页面正在寻找 Booth。
page-elsewhere = Booth 已在另一个标签页中打开
page-elsewhere-what = 同一时间只有一个标签页可以录音。
page-take-over = 使用这个标签页

# Start: what to read
page-language = 这个页面的语言
page-sheet = 要读的内容
page-locale = 句子的语言
page-begin = 开始

# Who reads
page-who = 谁来朗读？
page-who-why = 请取一个化名，不要用真名。可以用小写字母 a 到 z 和数字。
page-who-before = 我以前在这里读过
page-who-new = 我是新来的
page-who-name = 化名

# Consent
page-consent-adult = 首先
page-consent-uses = 我同意
page-consent-about = 关于您（自愿填写）
page-consent-needed = 必选
page-consent-nothing = 所有选项都没有预先勾选。只有您勾选的才算同意。
page-agree = 同意并继续
page-refuse = 退出，什么都不保存

# Microphone
page-microphone-listening = 正在听所有麦克风
page-microphone-choose = 请选一个麦克风
page-microphone-none = 没有找到麦克风
page-microphone-waiting = 等待中
page-microphone-listens = 正在听
page-microphone-failed = 不能用
page-microphone-best = 最适合您的声音
page-microphone-default = 电脑默认
page-microphone-chosen = 已选
page-microphone-use = 用这个
page-microphone-level = 它听到您的声音有多大
page-listen = 再听一次

# Sound check
page-check = 开始试音
page-check-again = 再试一次
page-check-stop = 我读完了
page-check-anyway = 仍然继续
page-check-room = 请保持安静
page-check-sentence = 现在请读出声来
page-check-judging = 请稍等
page-check-passed = 您的声音很好
page-check-good = 好
page-check-poor = 还不够好
page-seconds-left = 剩余秒数

# Booth: what is going on now
page-phase-showing = 准备好了
page-phase-recording = 正在录音
page-phase-judging = 请稍等
page-phase-verdict = 您的录音
page-phase-paused = 休息中
page-phase-done = 全部读完了
page-phase-lost = 没有麦克风
page-previous = 前一句
page-next = 后一句
page-sentence = 请读出声来
page-controls = 按钮
page-again = 再读一次
page-picture = 图片

# Booth: what can be done (buttons)
page-record = 录音
page-stop = 停止
page-keep = 保留
page-keep-anyway = 仍然保留
page-redo = 重读
page-play = 播放
page-play-stop = 停止播放
page-skip = 跳过
page-back-step = 返回
page-undo = 撤销
page-delete = 删除
page-delete-yes = 永久删除
page-delete-no = 不删
page-cancel = 取消
page-discard = 丢弃
page-pause = 休息一下
page-resume = 继续
page-quit = 今天到此为止
page-list = 所有句子
page-hint = 显示提示
page-hint-hide = 隐藏提示
page-hear = 听示范
page-report = 这一句有问题吗？
page-hold = 按住录音
page-release = 松开停止

# Booth: the recording just made
page-take-kept = 已保留
page-take-earlier = 以前的录音
page-take-others = 其他问题
page-take-fix = 先试试这样
page-take-wave = 您的录音的波形
page-take-speech = 您的声音
page-take-attempts = 这一句的录音
page-attempt = 录音
page-skip-why = 为什么跳过这一句？
page-skip-plain = 没有原因
page-report-why = 这一句有什么问题？
page-who-is-there = 我在

# Booth: the level of the microphone
page-meter = 音量
page-meter-silent = 没有声音
page-meter-room = 等您开口
page-meter-quiet = 有点小
page-meter-good = 正好
page-meter-high = 有点大
page-meter-loud = 太大了

# List of all sentences
page-list-loading = 请稍等
page-list-all = 全部

# Settings
page-settings = 设置
page-settings-mode = 录音怎样停止
page-mode-manual = 我自己停止
page-mode-auto-stop = 我不说话时停止
page-mode-hands-free = 自动开始和停止
page-settings-hold = 朗读时按住按键或按钮
page-settings-auto-play = 有问题的录音自动放给我听
page-settings-keys = 使用键盘按键
page-settings-keys-which = 按键
page-settings-key-change = 更改按键
page-settings-key-press = 请按一个键
page-settings-key-reset = 恢复所有按键
page-settings-key-fixed = 空格和回车的作用始终与大按钮上写的相同。
page-key-space = 空格
page-key-enter = 回车
page-key-escape = Esc

# End
page-end-again = 继续朗读
page-end-finish = 结束
page-hand-in = 做成一个文件来提交
page-end-where = 您的录音
page-receipt = 您的回执
page-receipt-code = 撤回码
page-receipt-copy = 复制撤回码
page-receipt-copied = 已复制
page-receipt-print = 打印这个页面
page-withdraw = 如果您改变主意

# Trouble, and the last page
page-retry = 再试一次
page-over = 现在可以关闭这个页面了。

# The button that opens the rest of the buttons on a small screen, and the heading of what it opens
page-menu = 更多

## Trouble: no capital and no full stop, as it stands behind "trouble:" or "error:"

trouble-head = 问题
trouble-said = { $head }：{ $message }
trouble-hint = 提示：{ $hint }

# The microphone and the loudspeaker; $direction is input or output.

-plug-in = 请重新插好，或者用 --device 选另一个，然后再运行同一条命令继续
-devices = `booth devices` 可列出现有的设备
device-lost-gone = 麦克风 `{ $name }` 被拔掉了
    .wait = 请重新插好。
    .hint = { -plug-in }
device-lost-invalidated = 系统更改了麦克风 `{ $name }`，需要重新打开
    .wait = 正在重新打开。
    .hint = { -plug-in }
device-lost-host = 声音系统结束了，麦克风 `{ $name }` 也随之断开
    .wait = 声音系统恢复后，麦克风也会恢复。
    .hint = { -plug-in }
device-lost-errors = 麦克风 `{ $name }` 一直在报错
    .wait = 请拔下来再重新插上。
    .hint = { -plug-in }
device-lost-changed = 系统选用了另一个麦克风，不是 `{ $name }`
    .wait = 现在用选中的这个继续。
    .hint = { -plug-in }
device-lost-suspended = 系统让麦克风 `{ $name }` 休眠了
    .wait = 请在系统的声音设置中唤醒它，或者重新插好。
    .hint = 请在系统的声音设置中唤醒它，或者用 --device 选另一个；然后再运行同一条命令继续
device-lost-silent = 声音系统没有回应，麦克风 `{ $name }` 没有传来任何声音
    .wait = 声音系统恢复回应后会继续。
    .hint = 请重启声音服务，然后再运行同一条命令继续
device-no-audio = 麦克风 `{ $name }` 没有传来声音
    .wait = 请检查它是否插好并已打开。
    .hint = 请检查它是否插好、有没有休眠，或者用 --device 选另一个
device-not-back = { $seconds } 秒内没有麦克风恢复
    .hint = { -plug-in }
device-closed = 麦克风已关闭
device-no-thread = 无法启动接收麦克风声音的线程
device-search-ended = 查找麦克风已结束
device-search-failed = 无法开始查找麦克风
-plug-one-in = 请插上麦克风，或者用 --device file:路径 从文件录音
device-no-card = 没有麦克风：这台电脑没有声卡，也没有声音服务回应
    .hint = { -plug-one-in }
device-none = 没有麦克风：系统没有提供任何麦克风
    .hint = { -plug-one-in }
device-missing =
    { $direction ->
        [output] 没有扬声器 `{ $name }`
       *[input] 没有麦克风 `{ $name }`
    }
    .hint = { -devices }
device-silent =
    { $direction ->
        [output] 扬声器 `{ $name }` 没有回应
       *[input] 麦克风 `{ $name }` 没有回应
    }
    .hint = 请重启声音服务，或者换一个设备；`booth devices` 可列出所有设备
device-busy =
    { $direction ->
        [output] 扬声器 `{ $name }` 正被另一个程序使用
       *[input] 麦克风 `{ $name }` 正被另一个程序使用
    }
    .hint = 请关闭那个程序，或者换一个设备；`booth devices` 可列出所有设备
device-denied =
    { $direction ->
        [output] 系统不允许使用扬声器 `{ $name }`
       *[input] 系统不允许使用麦克风 `{ $name }`
    }
    .hint =
        { $system ->
            [linux] 请让管理员把您加入 `audio` 组，或者启动桌面的声音服务
           *[other] 请在系统的隐私设置中允许这个终端使用它
        }
device-is-file =
    { $direction ->
        [output] `{ $name }` 是文件，不是扬声器
       *[input] `{ $name }` 是文件，不是麦克风
    }
device-no-format =
    { $count ->
        [0] 麦克风 `{ $name }` 不支持 { $usable } 中的任何一种格式，只有别的格式
       *[other] 麦克风 `{ $name }` 不支持 { $usable } 中的任何一种格式，它有 { $formats }
    }
    .hint = 请把同一个设备的 hw: 换成可以转换格式的 plughw:，或者用 alsa:default
device-unusable =
    { $direction ->
        [output] `{ $name }` 不能用作扬声器：{ $cause }
       *[input] `{ $name }` 不能用作麦克风：{ $cause }
    }
    .hint = { -devices }
device-no-server = `{ $name }` 背后没有声音服务
    .hint = 请启动桌面的声音服务，或者换一个设备；`booth devices` 可列出所有设备
device-fails =
    { $direction ->
        [output] 无法打开扬声器 `{ $name }`：{ $cause }
       *[input] 无法打开麦克风 `{ $name }`：{ $cause }
    }
    .hint = { -devices }
playback-no-format = 扬声器 `{ $name }` 没有可以播放的格式
    .hint = 请换一个；`booth devices` 可列出所有设备
playback-stopped = 扬声器 `{ $name }` 停止了播放，{ $frames } 帧中只播了 { $played } 帧
    .hint = 请换一个扬声器；`booth devices` 可列出所有设备

# The disk.

-may-write = 请选一个您可以写入的文件夹，或者更改它的权限
storage-missing = 没有文件或文件夹 { $path }
storage-denied = 系统不允许使用 { $path }：没有权限
    .hint = { -may-write }
storage-full = 无法保存 { $path }：磁盘已满
    .hint = 请腾出一些空间，然后再运行同一条命令
storage-read-only = 无法保存 { $path }：文件系统是只读的
    .hint = { -may-write }
storage-exists = { $path } 已经存在
storage-failed = 磁盘或系统在 { $path } 处出错：{ $cause }
-wait = 请等它结束，或者用另一个文件夹
storage-in-use = 正被占用：{ $holder }
    .hint = { -wait }
storage-in-use-by-another = 正被另一个进程占用
    .hint = { -wait }
storage-held = 正被占用：{ $holder }
    .hint = 请等它结束；如果没有人在这里工作（这个磁盘不能锁定文件，可能是停过电），请删除 { $path } 再重新开始
storage-no-locks = 和有些网络共享一样，这个磁盘不能锁定文件：{ $path }。程序会继续，那里的一个文件会挡住第二个 Booth。请同一时间只让一台电脑使用这个文件夹，并做好备份。
storage-journal = 之前无法写入日志文件
    .hint = 请再运行同一条命令；您保留的录音都在

# The sheet and the sitting.

sheet-empty = 句子集里没有任何语言的句子
    .hint = 请把句子写进 sheet.toml 旁边的 <语言>.tsv，或者指定另一个句子集的文件夹
sheet-languages = 句子集有多种语言：{ $languages }
    .hint = 请用 --locale 指定要读哪一种
sheet-no-prompt = 句子集里没有句子 `{ $prompt }`
    .hint = `booth prompts show` 可列出所有编号
sheet-unknown = 没有文件夹 `{ $place }`，程序里也没有叫这个名字的句子集
    .hint = 程序里有：{ $names }；或者指定 sheet.toml 所在的文件夹
speaker-unknown = 不知道参与者是谁
prompt-none = 没有要录的句子
take-changed = 录音取回时已被改动

# Consent.

-ask-again = 请不带 --consent 运行 `booth record`，重新回答问题
consent-of-another = 这份同意是参与者 `{ $given }` 的，不是 `{ $wanted }` 的
    .hint = 请指定 --speaker { $given }，或者另一份回执
consent-of-another-text = 这份同意针对的是另一份文字，不是现在用的这份
    .hint = { -ask-again }
receipts-no-place = 录音旁边没有地方存放参与者的回执
    .hint = 请用 --into 录到单独的文件夹里
consent-yet-to-come = 同意的日期是 { $date }，这一天还没有到
    .hint = 请检查这台电脑的时钟是否正确
consent-ended = 同意已于 { $date } 到期
    .hint = { -ask-again }
consent-without-asr = 参与者没有同意语音识别（asr）
    .hint = 不同意这一项就不会录音；重新回答问题可以更改答案
consent-not-given = 没有录音：语音识别未获同意
    .hint = 这个句子集是为语音识别录的；没有保存您的任何信息
consent-open = 关于同意的问题还没有全部回答
consent-not-signed = 还没有表示同意
consent-missing = 没有同意回执就不会录音
    .hint = 请回答关于同意的问题，或者用 --consent 文件 指定回执
flags-of-consent = --yes 和 --grant，或者 --consent 文件
consent-unasked = 没有同意就不会录音，而这里没有人可以询问
    .hint = 请用 { $flag } 回答
consent-adults = 在这里只有成年人可以自己录音
    .hint = 监护人的回执用 --consent 文件 指定
consent-no-text = 没有 { $locale } 的同意书文字
    .hint = 请在 sheet.toml 旁边写好 consent/{ $locale }.txt
consent-no-use = 没有 `{ $scope }` 这种用途；可以用的是 { $allowed }
consent-use-not-asked = 这里不询问用途 { $scope }；询问的是 { $asked }
    .hint = 请去掉它，或者让人把它加进项目文件的 `uses`
consent-no-licence = 用途 { $scope } 需要许可证，但没有指定
    .hint = 请用 --licence 指定，例如 CC-BY-4.0，或者写在项目文件里
consent-no-contact = 给出了联系方式，但没有同意用途 contact-again
    .hint = 请去掉 --contact，或者用 --grant contact-again 表示同意
consent-not-kept = 这份同意不允许保存 `{ $field }`
    .hint = 请去掉 --about { $field }=…，或者用 --yes 重新表示同意
about-form = `{ $given }` 不是 KEY=VALUE 的形式，其中 KEY 应为 { $fields } 之一
about-refused = `{ $field }` 的回答不能保存：{ $why }
about-long = `{ $field }` 的回答超过了 { $longest } 个字符

# The keyboard and the system.

answer-needed = 需要回答：{ $question }
    .hint = 这里没有人可以询问；请用 { $flag } 回答
answer-form = `{ $question }` 不能这样回答
answer-not-asked = 现在没有询问 `{ $question }`
answer-ended = 还没有回答，输入就结束了
interrupted = 已按您的要求停止
system-no-signal = 无法监听 Ctrl-C：{ $cause }
system-no-random = 系统没有提供随机数：{ $cause }
system-epoch = SOURCE_DATE_EPOCH 是 `{ $given }`；应为 1970 年以来的整数秒数
system-json = 有一个值无法写成 JSON

## A bar that shows how far a long work is; what stands in quotes is filled in by the bar

progress-bar = { "{bar:32}" } { "{pos}" } / { "{len}" } { $unit }  { "{per_sec}" }  剩余 { "{eta}" }  { "{msg}" }

## Findings, the most important first: title, problem, what to do now, why it matters to a corpus

check-unreadable-file-title = 文件无法读取
check-unreadable-file-problem = 这个文件无法作为声音读取。
check-unreadable-file-fix = 请看下面的原因：转换文件，或者重新复制一份。如果是刚录的，请重录。
check-unreadable-file-why = 文件比文件头所写的短，或者根本不是声音，任何训练程序都会把它截断或拒绝，而且往往没有提示。

check-device-lost-title = 麦克风断开了
check-device-lost-problem = 录音时麦克风断开了，或者换成了另一个。
check-device-lost-fix = 麦克风恢复后，请重读。
check-device-lost-why = 从那一刻起说的话缺失了，或者来自另一个麦克风；剩下的听起来是完整的，所以以后没有人听得出来。

check-empty-file-title = 什么都没录到
check-empty-file-problem = 录音里什么都没有。
check-empty-file-fix = 请检查麦克风是否插好，是否允许使用。
check-empty-file-why = 这么短的录音里一个词也没有；它会教模型以为文字可以是静音。

check-digital-silence-title = 全是静音
check-digital-silence-problem = 收到的全是静音。
check-digital-silence-fix = 麦克风静音了，或者选错了麦克风：请打开它，或者换一个。
check-digital-silence-why = 正常工作的麦克风，数值的起伏总会超过一级：这是静音或选错的输入，不是安静的房间。

check-take-long-title = 超过最长时间
check-take-long-problem = 这条录音超过了最长时间。
check-take-long-fix = 只读显示的句子，读完就停止。
check-take-long-why = 没有人读一句话要这么久：麦克风忘了关，或者这是别的文件。超出的部分不做分析，结尾也可能缺失。

check-computer-slept-title = 电脑休眠过
check-computer-slept-problem = 电脑休眠了，这期间说的话没有录到。
check-computer-slept-fix = 请重读这一句。
check-computer-slept-why = 休眠的电脑或暂停的程序什么也录不到；前后的声音在一个词中间接在一起，以后没有人听得出来。

check-scale-wrong-title = 数值范围不对
check-scale-wrong-problem = 样本值远远超出满量程：整数被存成了浮点数。
check-scale-wrong-fix = 请把所有样本值除以原来整数的满量程（16 位为 32768），再重新保存文件。
check-scale-wrong-why = 浮点数的满量程是 1。整数直接存成浮点数会大几千倍：播放器和训练程序会把它们削成噪声。

check-capture-xrun-title = 丢失了声音
check-capture-xrun-problem = 电脑太忙，丢失了一些声音。
check-capture-xrun-fix = 请关闭其他程序，然后重读。
check-capture-xrun-why = 电脑丢掉的样本已经没有了，前后直接接在一起；以后从声音里听不出来，所以在录音时就计数。

check-dropout-silent-title = 声音断了一下
check-dropout-silent-problem = 声音断了一小会儿。
check-dropout-silent-fix = 请检查连接线或无线连接，然后重读。
check-dropout-silent-why = 声音中间被填上的空白，是连接线、无线连接或驱动程序丢失的一段缓冲，也就是词里的一个洞。

check-no-speech-title = 没有听到说话
check-no-speech-problem = 录音里没有听到说话声。
check-no-speech-fix = 请检查麦克风，并把句子读出声来。
check-no-speech-why = 有文字却没有人声的录音，会教识别模型把噪声写成词。

check-dropout-repeat-title = 声音重复了
check-dropout-repeat-problem = 麦克风把一小段声音重复了一遍。
check-dropout-repeat-fix = 请重读；如果再出现，请换一个 USB 接口。
check-dropout-repeat-why = 驱动程序把一段缓冲播了两次，会产生嘴巴发不出的结巴；真实的声音绝不会连最后一位都重复。

check-clipped-title = 声音太大，失真了
check-clipped-problem = 录音的声音太大，失真了。
check-clipped-fix = 请调低麦克风音量，或者往后退一个手掌的距离。
check-clipped-why = 被削掉的波峰无法修复，在模型听来像另一个声音。检查看的是录音自身的上限，所以事后调低音量也掩盖不了。

check-start-cut-title = 开头被截断
check-start-cut-problem = 录音开始时，已经有人在说话。
check-start-cut-fix = 请稍晚一点开始；如果不是您的声音，请等安静下来。
check-start-cut-why = 词的第一个音没有了，文字和声音正好在模型对齐的地方对不上。

check-end-cut-title = 结尾被截断
check-end-cut-problem = 录音结束时，还有人在说话。
check-end-cut-fix = 请稍等一下再停止；如果不是您的声音，请等安静后重读。
check-end-cut-why = 最后一个词的结尾没有了，文字和声音正好在模型对齐的地方对不上。

check-read-incomplete-title = 比文字短太多
check-read-incomplete-problem = 对这句话来说，录音太短了。
check-read-incomplete-fix = 都读完了吗？请从头到尾重读一遍。
check-read-incomplete-why = 文字里有而声音里没有的词，是最糟糕的标注错误。知道了参与者的语速，从朗读时间就能看出来。

check-read-too-long-title = 比文字长太多
check-read-too-long-problem = 对这句话来说，录音太长了。
check-read-too-long-fix = 是读了两遍，还是说了别的话？请只读这句话，只读一遍。
check-read-too-long-why = 读了两遍或多说了话，声音里就有文字里没有的词。

check-prompt-mismatch-title = 读的不是这句话
check-prompt-mismatch-problem = 听到的不是显示的这句话。
check-prompt-mismatch-fix = 请照着文字读。
check-prompt-mismatch-why = 流利地读了另一句话，所有声音检查都能通过；只有看识别出的词才能发现。

check-duplicate-exact-title = 相同的录音
check-duplicate-exact-problem = 这条录音和另一条完全相同。
check-duplicate-exact-fix = 请读这句话；每句话都要有自己的录音。
check-duplicate-exact-why = 两句话用同一条录音，说明其中一句文字不对；同一句话用两次，一个声音就算了两次。

check-duplicate-near-title = 另一条录音的副本
check-duplicate-near-problem = 这条录音好像是另一条的副本。
check-duplicate-near-fix = 请读这句话；每句话都要有自己的录音。
check-duplicate-near-why = 把副本调响、剪短或加上噪声，也仍然不是第二次朗读。

check-noisy-title = 背景噪声
check-noisy-problem = 背景噪声太大。
check-noisy-fix = 请关上窗户，关掉风扇，离麦克风近一些。
check-noisy-why = 噪声与人声相差不到 10 dB 时，词的错误率会急剧上升。

check-narrowband-title = 听起来像电话
check-narrowband-problem = 这条录音听起来像电话。
check-narrowband-fix = 耳机可能在通话模式；请用有线的，或者电脑自带的麦克风。
check-narrowband-why = 电话频带里没有区分 s 和 f 的声音；混进宽带语料库，它教给模型的是设备，而不是语言。

check-format-low-title = 录音格式太低
check-format-low-problem = 对这个项目来说，录音格式太低。
check-format-low-fix = 请把麦克风设为 16 位，采样率不低于所要求的值。
check-format-low-why = 采样率或位数低于项目的要求，转换文件也补不回来。

check-channel-dead-title = 只有一边有声音
check-channel-dead-problem = 左右两边只有一边有声音。
check-channel-dead-fix = 会使用有声音的那一边；如果两边都要，请检查插头。
check-channel-dead-why = 有一边什么都没有：插头没有插到底，或者应该用另一个麦克风。

check-channels-inverted-title = 左右互相抵消
check-channels-inverted-problem = 左右两边的声音互相抵消。
check-channels-inverted-fix = 请把麦克风设为单声道，或者换一个。
check-channels-inverted-why = 两边一混合成一个声道就会互相抵消，人声会变薄或消失。

check-channels-differ-title = 两边是不同的声音
check-channels-differ-problem = 左右两边是不同的人声，只会使用其中一边。
check-channels-differ-fix = 请把两边各存成一个文件，或者一次只录一个人。
check-channels-differ-why = 通话或采访里，每边各有一个人。只用一边，另一边被丢弃：那边的话会缺失，或者文字里有而声音里没有。

check-too-quiet-title = 声音很小
check-too-quiet-problem = 这条录音里您的声音很难听清。
check-too-quiet-fix = 请离麦克风近一些，或者调高麦克风音量。
check-too-quiet-why = 很小的人声接近设备的噪声，放大后模型会把两样都听进去。

check-noise-gated-title = 词之间声音被切掉
check-noise-gated-problem = 设备把词与词之间的声音切掉了。
check-noise-gated-fix = 请关闭降噪功能。
check-noise-gated-why = 降噪会把呼吸和轻柔的词尾连同噪声一起切掉，留下任何房间里都不会有的空洞。

check-limited-title = 大声处被压平
check-limited-problem = 声音大的地方被压平了。
check-limited-fix = 请关闭麦克风增强和自动音量，或者调低麦克风音量。
check-limited-why = 自动音量、增强和限幅器会压平大的声音；失真后又改过采样率的录音看起来也是这样。

check-hum-50-title = 电流嗡嗡声，50 Hz
check-hum-50-problem = 有电流的嗡嗡声。
check-hum-50-fix = 请拔掉充电器，或者换一个插座或连接线。
check-hum-50-why = 电源的嗡嗡声在这一场的每个词下面都有；在插座上容易消除，以后就难了。

check-hum-60-title = 电流嗡嗡声，60 Hz
check-hum-60-problem = 有电流的嗡嗡声。
check-hum-60-fix = 请拔掉充电器，或者换一个插座或连接线。
check-hum-60-why = 电源的嗡嗡声在这一场的每个词下面都有；在插座上容易消除，以后就难了。

check-rumble-title = 低沉的隆隆声
check-rumble-problem = 录音里有低沉的隆隆声。
check-rumble-fix = 请把麦克风从桌上拿开，并挡住风。
check-rumble-why = 脚步、风和桌子会占满最低的频带；滤波器可以去掉，但造成它的原因往往也会发出听得见的碰撞声。

check-click-noise-title = 咔嗒声或敲击声
check-click-noise-problem = 说话声附近有咔嗒声或敲击声。
check-click-noise-fix = 请不要碰桌子，并稍等一下再按键。
check-click-noise-why = 说话声旁边的按键声和敲击声，模型可能会学成那里本该有的声音。

check-reverberant-title = 房间有回声
check-reverberant-problem = 您的声音从墙上反射回来。
check-reverberant-fix = 请换到有窗帘或床的房间，离麦克风近一些。
check-reverberant-why = 有回声的房间会让一个音拖进下一个音；回声以后可以加上，却无法去掉。

check-level-changed-title = 比之前大或小
check-level-changed-problem = 声音比之前大很多或小很多。
check-level-changed-fix = 请像开始时那样坐好。
check-level-changed-why = 音量突然变化，说明参与者或麦克风移动了，这一场剩下的部分也会跟着变。

check-room-changed-title = 背景变了
check-room-changed-problem = 背景声音比开始时大了。
check-room-changed-fix = 是不是打开了什么？请关掉，或者等一等。
check-room-changed-why = 有东西被打开了。读一句就发现，总好过读一百句才发现。

check-upsampled-title = 音质低于设置
check-upsampled-problem = 麦克风的实际音质低于它的设置。
check-upsampled-fix = 请在声音设置中选择麦克风自身的采样率。
check-upsampled-why = 文件比里面的内容大，宽带语音模型会学到高音是静音。

check-peak-hot-title = 快要太响了
check-peak-hot-problem = 声音再大一点就太响了。
check-peak-hot-fix = 请把麦克风音量调低一点。
check-peak-hot-why = 几乎没有余量了：下一个更响的词就会失真。

check-dc-offset-title = 电平偏移
check-dc-offset-problem = 麦克风的输入口给声音加上了固定的电平偏移。
check-dc-offset-fix = 请重读。如果再出现，请换一个插孔或另一个麦克风。
check-dc-offset-why = 固定的偏移会减少音量余量，并在每个剪接处发出咔嗒声；大多数设备都没有。

check-pause-long-title = 停顿太长
check-pause-long-problem = 中间有一段很长的停顿。
check-pause-long-fix = 请一口气读完。
check-pause-long-why = 中间停很久，常常是在翻页，或者又读了一次。

check-lead-silence-long-title = 开头静音太长
check-lead-silence-long-problem = 开头有一段很长的静音。
check-lead-silence-long-fix = 不用做什么：静音会被剪掉。下次看到“正在录音”后，请早一点开始说。
check-lead-silence-long-why = 静音占用存储空间和训练时间；剪掉它没有任何损失。

check-trail-silence-long-title = 结尾静音太长
check-trail-silence-long-problem = 结尾有一段很长的静音。
check-trail-silence-long-fix = 不用做什么：静音会被剪掉。下次读完最后一个词，请早一点按回车。
check-trail-silence-long-why = 静音占用存储空间和训练时间；剪掉它没有任何损失。

check-mos-low-title = 音质可能不好
check-mos-low-problem = 这条录音的音质可能不好。
check-mos-low-fix = 请听一听，如果确实不好，请重读。
check-mos-low-why = 这是对音质的参考意见；这个模型几乎察觉不到削波和窄频带，所以不能代替其他检查。

check-speech-doubtful-title = 可能不是说话声
check-speech-doubtful-problem = 这条录音可能不是说话声。
check-speech-doubtful-fix = 请听一听，如果没有人说话，请重读。
check-speech-doubtful-why = 被当成说话声的，可能是音乐、咳嗽或关门声。

check-channels-identical-title = 两边相同
check-channels-identical-problem = 左右两边相同，只保存一边。
check-channels-identical-fix = 不用做什么；设为单声道可以节省空间。
check-channels-identical-why = 没有问题；只是文件比需要的大一倍。

## Findings that come from no check

check-interrupted-title = 录音中途断了
check-interrupted-problem = 因为程序崩溃或收到停止信号，录音中途断了。
check-interrupted-fix = 请听一下结尾；如果缺了词，请重读。
check-interrupted-why = 被截断的词在文字里有、在声音里没有，会教模型漏掉词。

check-file-altered-title = 文件被改动
check-file-altered-problem = 这不是当初录下的文件。
check-file-altered-fix = 请恢复当初录下的文件，或者重录。
check-file-altered-why = 评判之后被改动的文件，没有人知道里面是什么：它的评判、文字和同意都属于另一个文件。

check-file-missing-title = 文件不见了
check-file-missing-problem = 找不到这个文件。
check-file-missing-fix = 请从备份中恢复，或者重录。
check-file-missing-why = 没有声音的文字什么也教不了，由它得出的统计也是错的。
