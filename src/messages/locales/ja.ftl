# The words that a contributor can meet, in Japanese.
#
# Register: です・ます, as in the sheet and the consent text; labels of keys and titles end on nouns or plain verbs. No plurals.
# Words: recording (take) = 録音; sentence (prompt) = 文; reading = 読み上げ (only where a sentence is read several times);
# sitting (session) = 収録; microphone = マイク; loudspeaker = スピーカー; break = 休憩; keep = 保存; receipt = 受領書;
# withdrawal code = 取り消しコード; sheet = 文のセット; speaker, contributor = 参加者; the key = Enter.

## Verdicts

verdict-pass = よい
verdict-warn = まずまず
verdict-reject = もう一度

## The start of a sitting

welcome-head = { $title }（{ $locale }、参加者 { $speaker }、{ $device }）
welcome-going-on = 続きから始めます。{ $readings }文のうち{ $kept }文が済んでいます。
welcome-another = 前回のマイクは{ $before }でしたが、今回は{ $now }です。
welcome-readings = 全部で{ $count }文です。
welcome-longest = 一つの録音は{ $length }までです。それより長くなると自動で止まり、その録音は使えません。
welcome-patience = 文の長さに比べて録音が長すぎるときは、自動で止まります。
welcome-listening =
    マイクは今から終わりまで入ったままです。Enterを押してから次のEnterまでの音と、その前後の半秒ずつを保存します。
welcome-keys = 「?」とEnterで、すべてのキーを表示します。どの文字も、続けてEnterを押してください。
recovered-saved = 前回の収録は途中で切れました。途中だった録音{ $count }件を保存しました。
session-unreadable =
    読み取れない録音フォルダーが一つあります。そのまま残しておきます：{ $path }（{ $cause }）。お手伝いの方に見せてください。
recovered-torn = 前回の収録は途中で切れました。保存したものは何も失われていません。

clock-early = このコンピューターの時計は{ $date }になっていて、このプログラムが作られた日より前です。日付と時刻を合わせて、もう一度始めてください。この日付の録音とその同意は、あとで使えなくなります。
clock-late = このコンピューターの時計は{ $date }になっていて、今日から離れすぎています。日付と時刻を合わせて、もう一度始めてください。この日付の録音とその同意は、あとで使えなくなります。

## The room

room-listening = 部屋の音を測ります。{ $seconds }秒間、静かにしていてください。
room-silent = 音がありません。
room-silent-advice = 無音しか届いていません。マイクがミュートになっていませんか。別のマイクを使うつもりではありませんか。
room-loud = 部屋の音が大きめです。
room-loud-advice = 窓を閉める、扇風機などを止める、マイクに近づく、のどれかを試してください。
room-quiet = 部屋は十分に静かです。
room-keys = Enter：もう一度測る   g：このまま進む   q：今日は終わる

## The prompt and the take

media-sound = はじめに見本が流れます。終わってから話してください。e：もう一度聞く
media-picture = この絵を見て、それに合う言葉を言ってください：{ $path }
prompt-place = { $number }／{ $readings }
prompt-reading = 読み上げ { $repetition }／{ $repeat }
prompt-again = もう一度
prompt-kept = 保存済み
prompt-of-attempts = 録音 { $attempt }／{ $attempts }
take-length = { $seconds }秒
take-stopped-long = 録音の上限（{ $length }）を超えたので、止めました。
length-minutes = { $count }分
length-seconds = { $count }秒
take-also = ほかに：{ $titles }
take-device = このマイクではこれが限度です。
finding-said = { $problem }{ $fix }
meter-clipped = 過大
slept = コンピューターが{ $seconds }秒間スリープしていました。ここから続けます。
device-searched = 最長一分間、一秒ごとにマイクを探します。見つかると続きが始まります。q：今日は終わる
device-muted = マイク「{ $name }」がミュートになり、無音しか録音されません。システムのサウンド設定でオンにしてください。
device-unmuted = マイク「{ $name }」がまたオンになりました。
device-back = マイクが見つかりました：{ $name }。続けます。

## What holds for a microphone, before the first prompt, and what to do about it

remark-monitor = これはマイクではなく、スピーカーから流れる音を録音します。
    .wait = --device でマイクを選んでください。一覧は`booth devices`で見られます。
remark-unplugged = このマイクの差し込み口には何もつながっていません。
    .wait = マイクをつなぐか、--device で別のマイクを選んでください。一覧は`booth devices`で見られます。
remark-muted = このマイクはミュートになっています。
    .wait = システムのサウンド設定でオンにしてください。
remark-volume = このマイクの音量は、システムで{ $percent }%になっています。
    .wait = サウンド設定で100%にして、声の大きさのほうを少し変えてください。
remark-telephone = このマイクの音は電話のようです（{ $rate }）。
    .wait = ワイヤレスのヘッドセットが通話モードになるとこうなります。有線のマイクか内蔵マイクを使ってください。
remark-narrow = このマイクのサンプルレートは{ $rate }ですが、{ $wanted } Hz が必要です。
    .wait = システムのサウンド設定でもっと高いレートを選ぶか、別のマイクを選んでください。

## What the recorder noticed

capture-lost = コンピューターの処理が追いつかず、音の一部が失われました。
capture-stalled = 少しの間、マイクから音が届きませんでした。
capture-missing = この録音には欠けている音があります。
capture-silent = 無音しか届きませんでした。
capture-clock = マイクは{ $stated }ではなく、実際には{ $measured } Hz で動いています。

## What the booth is doing

phase-idle = 収録はまだ始まっていません。
phase-showing = 準備ができました。
phase-recording = 録音中
phase-judging = 少しお待ちください。
phase-verdict = 保存するか、もう一度読んでください。
phase-paused = 休憩中です。
nobody-heard = 二回続けて声が聞こえませんでした。そこにいらっしゃいますか。
phase-done = すべて読み終わりました。
phase-finished = 収録は終わりました。
done-all = { $readings }文すべてを保存しました。
done-some = 今のところこれで終わりです。{ $readings }文のうち{ $kept }文を保存し、{ $left }文を飛ばしました。
done-limit = 今日読む予定の分は終わりです。{ $readings }文のうち{ $kept }文を保存しました。

## The list of all sentences

reading-kept = 保存済み
reading-left-out = 飛ばした
reading-open = これから
reading-none = `{ $given }`という文は一覧にありません。1から{ $readings }までの番号を入力してください。l：一覧
report-ask = この文のどこがおかしいですか
report-spelling = 文に間違いがある
report-unnatural = ふつうはこう言わない
report-unclear = 二通りに読める
report-unfit = 声に出して読みたくない
report-other = そのほか
report-keys = 番号を入力してください。続けて言葉を書いてもかまいません。Enter：やめる
report-thanks = ありがとうございます。お伝えします。
report-none = 何も伝えませんでした。

## Keys

keys-showing = Enter：録音   s：飛ばす   b：戻る   q：今日は終わる
keys-recording = 読んでください。Enter：止める
keys-verdict = Enter：保存   r：もう一度読む   p：聞く   s：飛ばす   b：戻る
keys-rejected = Enter：もう一度読む   k：それでも保存   p：聞く   s：飛ばす
keys-kept = Enter：次へ   r：もう一度読む   p：聞く   d：削除   b：戻る
keys-attempts = <  >：前後の録音
keys-delete = この録音を完全に削除しますか。だれにも元に戻せません。   d：削除   Enter：しない
keys-paused = Enter：続ける   q：今日は終わる
keys-done = Enter：終わる   b：最後の文に戻る   u：直前の決定を取り消す   l：一覧
keys-hands-free = 準備ができたら一文ずつ読んでください。自動で進みます。q：今日は終わる   w：休憩   ?：すべてのキー
key-unknown = `{ $key }`はここでは使えません。「?」ですべてのキーを表示します。
key-arrows = 矢印などの特別なキーはここでは使えません。「?」ですべてのキーを表示します。
help-enter = 録音する、止める、よい録音を保存する、使えない録音を読み直す
    .key = Enter
help-keep = この録音を保存する
    .key = k
help-redo = もう一度読む（別の録音を保存するまで、今の録音は残る）
    .key = r
help-play = この録音を聞く（文の画面では、その文の最後の録音）
    .key = p
help-hear = この文の見本をもう一度聞く
    .key = e
help-skip = 飛ばす（理由を書いてもよい）。最後にもう一度出る
    .key = s [理由]
help-report = この文におかしいところがあると知らせる
    .key = x [内容]
help-back = 前の文に戻る
    .key = b
help-choose = 同じ文の前後の録音を見る
    .key = <  >
help-undo = 直前の決定を取り消す（何度でも）
    .key = u
help-delete = この録音を完全に削除する（先に確認する）
    .key = d
help-list = すべての文と、それぞれの状態を一覧にする
    .key = l
help-goto = 一覧のこの番号の文へ移る
    .key = g 番号
help-help = この一覧
    .key = ?
help-pause = 休憩する
    .key = w
help-mode = 録音の止め方を変える（自分で止める、黙ると止まる、すべて自動）。mのたびに次へ変わる
    .key = m
help-quit = 今日は終わる。次に始めるとここから続く
    .key = q
help-interrupt = すぐに止める。保存したものは無事
    .key = Ctrl-C

## Why a command cannot be followed now

refusal-recording = 録音中です。まずEnterを押して止めてください。
refusal-not-recording = 今は録音していません。
refusal-judging = 少しお待ちください。録音を調べています。
refusal-undecided = 先に、この録音を保存するか、もう一度読んでください。
refusal-no-take = この文の録音はまだありません。
refusal-no-sound = この文には、聞ける見本がありません。
refusal-silent = この録音には声がないので、保存できません。もう一度読むか、飛ばしてください。
refusal-cut-short = この録音は途中で切れているので、保存できません。もう一度読んでください。
refusal-no-such-take = そちら側には、この文の録音はもうありません。
refusal-elsewhere = この録音は別の機器を使った以前の収録のもので、ここからは削除できません。
refusal-not-asked = 今おたずねしていることはありません。
refusal-nothing-to-undo = この収録には、取り消せる決定がありません。
refusal-unseen = 答えることが表示される前に入力されました。
refusal-done = すべて読み終わりました。先に、どれかの文に戻ってください。
refusal-kept = この録音はもう保存してあります。
refusal-nothing-before = これより前の文はありません。
refusal-unknown-prompt = その文は文のセットにありません。
refusal-paused = 休憩中です。続けるにはEnterを押してください。
refusal-not-paused = 今は休憩中ではありません。
refusal-device-lost = マイクが見つかりません。見つかりしだい続けます。
refusal-not-open = 収録は終わりました。

## Why a recording stopped

stop-user = ご自分で止めました。
stop-end = 音が終わりました。
stop-length = 録音の上限を超えました。
stop-interrupted = 収録が途中で終わりました。
stop-device-lost = マイクの接続が切れました。
stop-disk = 保存できませんでした。
stop-discarded = 間違いだったので、録音は残りません。
stop-unknown = 録音が止まりました。

## The end of a sitting

close-finished = すべて読み終わりました。
close-limit = この収録の予定の分が終わりました。
close-quit = 今日は終わりにしました。
close-interrupted = ご指示により止めました。
close-nobody = 声が聞こえなかったので、止めました。
close-error = 収録を終えなければなりませんでした。
close-device-changed = マイクが変わりました。
close-recovered = 途中で切れたものを整えました。
close-unknown = 収録は終わりました。
farewell-given = この収録で{ $count }文、合わせて{ $all }文を読んでいただきました（{ $minutes }分）。
farewell-done = これですべて終わりです。ありがとうございました。
farewell-left = 残りは{ $count }文です。続けるには次を実行してください：
farewell-where = 録音の場所：{ $path }
farewell-contact = 録音を渡す相手：{ $name }、{ $contact }
farewell-contact-unnamed = 録音は、録音を依頼した人に渡してください。

## Questions

question-speaker = どなたが読みますか：{ $speakers }（Enter：新しい人）
question-new-speaker = `{ $speaker }`という参加者はいません。新しい参加者として始めるなら同じ名前をもう一度、間違いなら正しい名前を入力してください：
question-adult = 私は、住んでいる国で成人です
question-contact = 連絡先（録音とは別に保管します）
page-more = Enter：続きを読む
form-uses = 次のことを許可します：
form-about = あなたについて（よろしければ）
form-ticked = [x]
form-open = [ ]
form-needed = （必須）
form-left-out = -
form-keys =
    番号を入力してEnterを押すと、その行にチェックを付けたり外したりできます。番号と言葉を入力する行もあります。例：{ $example } 四十代
    Enterだけ：これでよい   q：やめる（何も保存しません）
form-lacking = { $numbers } にチェックがないと、録音できません。
form-unknown = `{ $given }`という行はありません。1から{ $last }までの番号を入力してください。
form-no-words = { $number }の行に言葉は要りません。番号だけで、チェックを付けたり外したりできます。
form-words = { $number }の行には言葉が要ります。番号に続けて入力してください。番号のあとに - を付けると消えます。
about-gender = 性別（ご自分の言葉で）
about-age = 年齢、または「三十代」のような年代
about-accent = なまり、または地域
about-native-language = 母語

## Uses that are asked for; each goes on with "You may"

scope-asr = 私の録音を、機械が話し言葉を理解するための学習（音声認識）に使うこと
scope-tts = 私の録音を、私の声に似るかもしれない合成音声を作るために使うこと
scope-speaker-id = 私の録音を、声からだれが話しているかを機械が見分けるための学習に使うこと
scope-evaluation = 私の録音を、こうしたシステムの評価に使うこと
scope-share-gated =
    { $licence ->
        [none] 私の録音を、利用条件に署名した人に提供すること
       *[other] 私の録音を、ライセンス { $licence } で、利用条件に署名した人に提供すること
    }
scope-share-open =
    { $licence ->
        [none] 私の録音を、だれでもダウンロードして使えるように公開すること
       *[other] 私の録音をライセンス { $licence } で公開し、だれでもダウンロードして、ライセンスが許す範囲で使えるようにすること
    }
scope-contact-again = 今後また私に録音をお願いすること

## The receipt

consent-holds = { $date } の同意（受領書 { $receipt }）は今も有効です。
project-used = プロジェクト：{ $path }
receipt-where = 取り消しコードの入った受領書：{ $path }
receipt-code = 取り消しコード：{ $code }   （大切に保管してください。ほかには保存されません）
controller-unnamed = この録音を行っている人
contact-unnamed = この録音をあなたに依頼した人
copy-consent = あなたの同意
copy-consent-said = { $date }（UTC）に同意、ご本人控え
copy-receipt = 受領書
copy-speaker = あなた
copy-speaker-said = 参加者 { $speaker }（録音と一緒に名前は保存されません）
copy-controller = 録音を集める人
copy-contact = 連絡先
copy-until = 期限
copy-yes = はい
copy-no = いいえ
copy-licence = ライセンス
copy-code = 取り消しコード
copy-withdraw = 取り消す方法
copy-keep = このコードを大切に保管してください。ほかには保存されず、録音があなたのものだという証明になります。
copy-text = お見せした文章（{ $locale }）：
withdrawal-by-code = 上の連絡先に取り消しコードを伝えてください。理由は要りません。
gone-head = { $date }（UTC）に撤回されました。番号 { $id }
gone-speaker = それまでに録音したものをすべて撤回しました。
gone-session = セッションを一つ撤回しました。
gone-take = 録音を一つ撤回しました。
gone-scope = 今後、次のことには使われません：{ $scope }。ほかは何も変わりません。
gone-deleted = 完全に削除しました：録音 { $takes } 件、音声 { $seconds } 秒。その後の検索では何も見つかりませんでした。
gone-no-release = まだ公開されていませんでした。
gone-releases = すでに出ているリリースに含まれています：{ $releases }。それを持っている人には、そこから削除するよう伝えられます。
gone-models = 公開されたリリースから以前に学習されたものを、学習済みのモデルから取り除くことはできません。
gone-next = 次のリリースはこれを含まずに作られます。この手紙を保管してください。これが証明になります。
mine-head = ここに保管されているあなたに関するすべて、{ $date }（UTC）に複製
mine-sessions = セッション：{ $count } 件。それぞれ sessions/ の下の別のフォルダーにあります。
mine-files = 各フォルダーの中身：録音は audio/、表示された内容とその測定や評価は takes.jsonl、プログラムが聞き取った内容は transcripts.jsonl、同意した内容は consent/。
mine-receipts = receipts/ の中身：控え、手紙、連絡先についてあなたが伝えたこと。
mine-rights = これはあなたのものです。読む、保管する、誰かに渡す、いずれも自由です。控えにあるコードで、すべてを撤回できます。
feedback-head = あなたの録音がどうなったか、集めている人からのお知らせ
feedback-thanks = これまでに受け取った数: { $count }。一つひとつに感謝します。
feedback-again = もう一度読んでほしいもの: { $count }、約 { $minutes } 分。
feedback-nothing = 読み直すものはありません。
feedback-why = { $count } × { $why }
feedback-advice = ほとんどは同じ原因です。続ける前に: { $fix }
feedback-here = もう一度お願いします。{ $problem }
feedback-heard = 聞いた人が、もう一度読んでほしいと言っています。家で話すように、落ち着いて読んでください。
feedback-how = このファイルを録音のフォルダーの隣に置いて、いつものように録音してください。
feedback-of-another = このお知らせは { $given } 宛てで、読んでいるのは { $wanted } です。
feedback-elsewhere = ほかに、別のシートや言語のもの、またはもうシートにないもの: { $count }。
feedback-unreadable = お知らせが読めません、{ $path }: { $cause }
hand-in-made = 渡すファイル: { $files } – コードは { $code } です。
hand-in-nothing = まだ渡していないものはありません。
hand-in-lacking = ファイルに入れられなかったもの: { $count }。録音を頼んだ人に伝えてください。
farewell-bundle = 録音を一つのファイルにして渡すには:

## The page in the browser: what is said of a sitting

language-name = 日本語
page-link = このコンピューターのブラウザーで次のリンクを開いてください（ページを開けるのは一度だけです）：
page-address = 前にページを開いたブラウザーなら、{ $address } でもう一度開けます。
page-running = ページはもう開いています。もう一度開きます。
page-no-browser = ブラウザーを開けません（{ $cause }）。上のリンクを開いてください
page-no-server = ページを表示できません：{ $cause }
    .hint = ほかのプログラムが妨げているのかもしれません。`booth record`ならターミナルで録音できます
page-alone = 十分間、だれもページを見ていません
page-over-said = Boothは終わりました。このページを閉じてかまいません。
page-trouble = うまくいきませんでした
page-start = 何を読みますか
page-sheet-languages = { $count }言語
page-consent = 始める前に
page-sound = 音の確認
page-microphone-say = マイクが聞いている間に、何か話してください。たとえば、周りに見えるものを言ってみてください。
page-was-away = ページが閉じられたので、録音を止めました。録音は残っています。
page-device-searched = 最長一分間、一秒ごとにマイクを探します。見つかると続きが始まります。
page-device-advice = つなぎ直すか、別のマイクを選んでください。
page-device-busy = マイクを使っているほかのプログラムを閉じるか、別のマイクを選んでください。
page-device-denied = このコンピューターのプライバシー設定で、Boothにマイクの使用を許可してください。
page-picture-alt = この文に付いている絵
page-delete-ask = この録音を完全に削除しますか。だれにも元に戻せません。
page-kept = { $readings }文のうち{ $kept }文を保存
page-minutes = { $minutes }分録音
page-left = 残り約{ $count }分
page-refused-recording = 録音中です。先に止めてください。
page-refused-paused = 休憩中です。先に「続ける」を押してください。
page-reason-hard-to-say = 言いにくい
page-reason-wrong-sentence = 文におかしいところがある
page-reason-not-now = 今は読まない
page-verdict-pass = よい
page-verdict-warn = 確かめてください
page-verdict-reject = もう一度読んでください
page-end = ありがとうございました
page-end-left = 残りは{ $count }文です。今続けることも、別の日にまたBoothを始めることもできます。
page-end-withdraw = 録音の提供は、いつでも取り消せます。受領書にある取り消しコードを、録音を依頼した人に伝えてください。理由は要りません。
break-offer = 読み始めて三十分になります。休憩しますか。
mode-said = これからの録音：{ $mode }。
mode-manual = 手動
mode-auto-stop = 自動で止まる
mode-hands-free = ハンズフリー

## How a microphone does, in a word or two

figure-voice = あなたの声
figure-voice-none = 聞こえない
figure-voice-faint = 小さめ
figure-voice-good = よい
figure-voice-strong = 力強い
figure-voice-loud = 大きすぎる
figure-room = 部屋
figure-room-quiet = 静か
figure-room-heard = 少し音がする
figure-room-loud = 音が大きめ
figure-band = 音質
figure-band-full = はっきりしている
figure-band-narrow = 少しこもっている
figure-band-telephone = 電話のよう

## The page in the browser: its fixed words

# Whole page
page-name = Booth
page-go-on = 次へ
page-back = 戻る
page-close = 閉じる
page-note-info = お知らせ
page-note-warn = ご注意
page-note-bad = 問題
# Full screen when the program does not answer any more
page-gone = Boothが止まりました
page-gone-safe = 保存したものはすべて、このコンピューターに無事に残っています。
page-gone-how = 続けるには、前と同じようにBoothを始めてください。このページが自動で戻るか、新しいページが開きます。
page-gone-trying = このページはBoothを探しています。
page-elsewhere = Boothは別のタブで開いています
page-elsewhere-what = 一度に録音できるタブは一つだけです。
page-take-over = このタブを使う

# Start: what to read
page-language = このページの言語
page-sheet = 読むもの
page-locale = 文の言語
page-begin = 始める

# Who reads
page-who = どなたが読みますか
page-who-why = 本当の名前ではなく、仮の名前を決めてください。使えるのは半角の英小文字（aからz）と数字です。
page-who-before = 前にここで読んだことがある
page-who-new = 初めて読む
page-who-name = 仮の名前

# Consent
page-consent-adult = はじめに
page-consent-uses = 次のことを許可します
page-consent-about = あなたについて（よろしければ）
page-consent-needed = 必須
page-consent-nothing = あらかじめチェックが入っている項目はありません。許可されるのは、チェックを付けたものだけです。
page-agree = 同意して進む
page-refuse = やめる（何も保存しません）

# Microphone
page-microphone-listening = すべてのマイクの音を聞いています
page-microphone-choose = マイクを選んでください
page-microphone-none = マイクが見つかりませんでした
page-microphone-waiting = 待っています
page-microphone-listens = 聞いています
page-microphone-failed = 使えません
page-microphone-best = あなたの声に一番合う
page-microphone-default = コンピューターの選択
page-microphone-chosen = 選択済み
page-microphone-use = これを使う
page-microphone-level = 声が届く大きさ
page-listen = もう一度測る

# Sound check
page-check = 音の確認を始める
page-check-again = もう一度確認する
page-check-stop = 読み終わった
page-check-anyway = このまま進む
page-check-room = 静かにしていてください
page-check-sentence = これを声に出して読んでください
page-check-judging = 少しお待ちください
page-check-passed = よく聞こえています
page-check-good = よい
page-check-poor = もう少し
page-seconds-left = 残り秒数

# Booth: what is going on now
page-phase-showing = 準備ができました
page-phase-recording = 録音中
page-phase-judging = 少しお待ちください
page-phase-verdict = あなたの録音
page-phase-paused = 休憩中
page-phase-done = すべて読み終わりました
page-phase-lost = マイクがありません
page-previous = 前の文
page-next = 次の文
page-sentence = 声に出して読んでください
page-controls = ボタン
page-again = もう一度
page-picture = 絵

# Booth: what can be done (buttons)
page-record = 録音
page-stop = 止める
page-keep = 保存
page-keep-anyway = それでも保存
page-redo = もう一度読む
page-play = 聞く
page-play-stop = 聞くのをやめる
page-skip = 飛ばす
page-back-step = 戻る
page-undo = 決定を取り消す
page-delete = 削除
page-delete-yes = 完全に削除
page-delete-no = 削除しない
page-cancel = やめる
page-discard = 捨てる
page-pause = 休憩する
page-resume = 続ける
page-quit = 今日は終わる
page-list = 文の一覧
page-hint = ヒントを見る
page-hint-hide = ヒントを隠す
page-hear = 見本を聞く
page-report = この文におかしいところがありますか
page-hold = 押したまま録音
page-release = 離すと止まる

# Booth: the recording just made
page-take-kept = 保存済み
page-take-earlier = 以前の録音
page-take-others = ほかに気づいたこと
page-take-fix = まずこれを試してください
page-take-wave = 録音の波形
page-take-speech = あなたの声
page-take-attempts = この文の録音
page-attempt = 録音
page-skip-why = この文を飛ばす理由は何ですか
page-skip-plain = 理由なし
page-report-why = この文のどこがおかしいですか
page-who-is-there = ここにいます

# Booth: the level of the microphone
page-meter = 音の大きさ
page-meter-silent = 音が届かない
page-meter-room = 声を待っています
page-meter-quiet = 少し小さい
page-meter-good = よい
page-meter-high = 少し大きい
page-meter-loud = 大きすぎる

# List of all sentences
page-list-loading = 少しお待ちください
page-list-all = すべて

# Settings
page-settings = 設定
page-settings-mode = 録音の止め方
page-mode-manual = 自分で止める
page-mode-auto-stop = 黙ると止まる
page-mode-hands-free = 自動で始まり、自動で止まる
page-settings-hold = 読む間、キーかボタンを押したままにする
page-settings-auto-play = 気になる点のある録音を自動で再生する
page-settings-keys = キーボードのキーを使う
page-settings-keys-which = キー
page-settings-key-change = キーを変える
page-settings-key-press = キーを押してください
page-settings-key-reset = すべてのキーを元に戻す
page-settings-key-fixed = スペースとEnterは、いつも大きなボタンに書いてあるとおりに働きます。
page-key-space = スペース
page-key-enter = Enter
page-key-escape = Esc

# End
page-end-again = 続きを読む
page-end-finish = 終わる
page-hand-in = 渡すためのファイルを一つ作る
page-end-where = あなたの録音
page-receipt = あなたの受領書
page-receipt-code = 取り消しコード
page-receipt-copy = コードをコピー
page-receipt-copied = コピーしました
page-receipt-print = このページを印刷
page-withdraw = 気が変わったら

# Trouble, and the last page
page-retry = もう一度試す
page-over = このページを閉じてかまいません。

# The button that opens the rest of the buttons on a small screen, and the heading of what it opens
page-menu = その他

## Trouble: no capital and no full stop, as it stands behind "trouble:" or "error:"

trouble-head = 問題
trouble-said = { $head }：{ $message }
trouble-hint = ヒント：{ $hint }

# The microphone and the loudspeaker; $direction is input or output.

-plug-in = つなぎ直すか、--device で別のマイクを選び、同じコマンドをもう一度実行して続けてください
-devices = 使える機器は`booth devices`で見られます
device-lost-gone = マイク`{ $name }`が抜かれました
    .wait = つなぎ直してください。
    .hint = { -plug-in }
device-lost-invalidated = マイク`{ $name }`の状態をシステムが変えたので、開き直す必要があります
    .wait = 開き直しています。
    .hint = { -plug-in }
device-lost-host = サウンドシステムが終了し、マイク`{ $name }`も使えなくなりました
    .wait = サウンドシステムが戻れば、マイクも戻ります。
    .hint = { -plug-in }
device-lost-errors = マイク`{ $name }`からはエラーしか届きません
    .wait = いったん抜いて、つなぎ直してください。
    .hint = { -plug-in }
device-lost-changed = システムが`{ $name }`ではない別のマイクを選びました
    .wait = 今選ばれているマイクで続けます。
    .hint = { -plug-in }
device-lost-suspended = システムがマイク`{ $name }`を休止させました
    .wait = システムのサウンド設定で再開させるか、つなぎ直してください。
    .hint = システムのサウンド設定で再開させるか、--device で別のマイクを選び、同じコマンドをもう一度実行して続けてください
device-lost-silent = サウンドシステムが応答せず、マイク`{ $name }`から何も届きません
    .wait = サウンドシステムがまた応答すれば、続きが始まります。
    .hint = サウンドサーバーを再起動し、同じコマンドをもう一度実行して続けてください
device-no-audio = マイク`{ $name }`から音が届きません
    .wait = つながっているか、オンになっているかを確かめてください。
    .hint = つながっているか、休止していないかを確かめるか、--device で別のマイクを選んでください
device-not-back = { $seconds }秒待ってもマイクが戻りませんでした
    .hint = { -plug-in }
device-closed = マイクは閉じています
device-no-thread = マイクの音を受け取る処理を始められません
device-search-ended = マイク探しが終わりました
device-search-failed = マイク探しを始められません
-plug-one-in = マイクをつなぐか、--device file:パス でファイルから録音してください
device-no-card = マイクがありません。このコンピューターにはサウンドカードがなく、サウンドサーバーも応答しません
    .hint = { -plug-one-in }
device-none = マイクがありません。システムに一つも見つかりません
    .hint = { -plug-one-in }
device-missing =
    { $direction ->
        [output] スピーカー`{ $name }`はありません
       *[input] マイク`{ $name }`はありません
    }
    .hint = { -devices }
device-silent =
    { $direction ->
        [output] スピーカー`{ $name }`が応答しません
       *[input] マイク`{ $name }`が応答しません
    }
    .hint = サウンドサーバーを再起動するか、別の機器を選んでください。一覧は`booth devices`で見られます
device-busy =
    { $direction ->
        [output] スピーカー`{ $name }`はほかのプログラムが使っています
       *[input] マイク`{ $name }`はほかのプログラムが使っています
    }
    .hint = そのプログラムを閉じるか、別の機器を選んでください。一覧は`booth devices`で見られます
device-denied =
    { $direction ->
        [output] システムがスピーカー`{ $name }`の使用を許可していません
       *[input] システムがマイク`{ $name }`の使用を許可していません
    }
    .hint =
        { $system ->
            [linux] `audio`グループに入れてもらうか、デスクトップのサウンドサーバーを起動してください
           *[other] システムのプライバシー設定で、このターミナルに使用を許可してください
        }
device-is-file =
    { $direction ->
        [output] `{ $name }`はファイルで、スピーカーではありません
       *[input] `{ $name }`はファイルで、マイクではありません
    }
device-no-format =
    { $count ->
        [0] マイク`{ $name }`は{ $usable }のどの形式にも対応していません。ほかの形式だけです
       *[other] マイク`{ $name }`は{ $usable }のどの形式にも対応していません。対応しているのは{ $formats }です
    }
    .hint = 同じ機器を、hw: の代わりに変換のできる plughw: で指定するか、alsa:default を使ってください
device-unusable =
    { $direction ->
        [output] `{ $name }`はスピーカーとして使えません：{ $cause }
       *[input] `{ $name }`はマイクとして使えません：{ $cause }
    }
    .hint = { -devices }
device-no-server = `{ $name }`の先にサウンドサーバーがありません
    .hint = デスクトップのサウンドサーバーを起動するか、別の機器を選んでください。一覧は`booth devices`で見られます
device-fails =
    { $direction ->
        [output] スピーカー`{ $name }`を開けません：{ $cause }
       *[input] マイク`{ $name }`を開けません：{ $cause }
    }
    .hint = { -devices }
playback-no-format = スピーカー`{ $name }`には再生できる形式がありません
    .hint = 別のスピーカーを選んでください。一覧は`booth devices`で見られます
playback-stopped = スピーカー`{ $name }`の再生が、{ $frames }フレームのうち{ $played }フレームで止まりました
    .hint = 別のスピーカーを選んでください。一覧は`booth devices`で見られます

# The disk.

-may-write = 書き込めるフォルダーを選ぶか、フォルダーのアクセス権を変えてください
storage-missing = { $path } というファイルやフォルダーはありません
storage-denied = システムが { $path } の使用を許可していません（アクセス権がありません）
    .hint = { -may-write }
storage-full = { $path } を保存できません：ディスクがいっぱいです
    .hint = 空きを作り、同じコマンドをもう一度実行してください
storage-read-only = { $path } を保存できません：ファイルシステムが読み取り専用です
    .hint = { -may-write }
storage-exists = { $path } はすでにあります
storage-failed = ディスクかシステムが { $path } で失敗しました：{ $cause }
-wait = それが終わるまで待つか、別のフォルダーを使ってください
storage-in-use = 使用中です：{ $holder }
    .hint = { -wait }
storage-in-use-by-another = 別のプロセスが使っています
    .hint = { -wait }
storage-held = 使用中です：{ $holder }
    .hint = 終わるまで待ってください。ここでだれも作業していないなら（このディスクはロックができず、停電があったのかもしれません）、{ $path } を消してもう一度始めてください
storage-no-locks = 一部のネットワーク共有と同じく、このディスクではファイルをロックできません：{ $path }。このまま続け、そこに置いたファイルで二つ目のBoothが入れないようにします。このフォルダーで同時に作業するコンピューターは一台だけにし、バックアップを取ってください。
storage-journal = 先ほど記録ファイルに書き込めませんでした
    .hint = 同じコマンドをもう一度実行してください。保存したものは無事です

# The sheet and the sitting.

sheet-empty = 文のセットには、どの言語の文もありません
    .hint = sheet.toml と同じ場所の <言語>.tsv に文を書くか、別のセットのフォルダーを指定してください
sheet-languages = 文のセットに複数の言語があります：{ $languages }
    .hint = どの言語を読むかを --locale で指定してください
sheet-no-prompt = 文のセットに文`{ $prompt }`はありません
    .hint = idの一覧は`booth prompts show`で見られます
sheet-unknown = フォルダー`{ $place }`も、その名前でプログラムに入っている文のセットもありません
    .hint = プログラムに入っているもの：{ $names }。または sheet.toml のあるフォルダーを指定してください
speaker-unknown = 参加者がだれなのか分かりません
prompt-none = 録音する文がありません
take-changed = 戻ってきた録音が変わっています

# Consent.

-ask-again = もう一度答えるには、--consent を付けずに`booth record`を実行してください
consent-of-another = この同意は参加者`{ $given }`のもので、`{ $wanted }`のものではありません
    .hint = --speaker { $given } を指定するか、別の受領書を指定してください
consent-of-another-text = 同意は、今使っている文章とは別の文章に対するものです
    .hint = { -ask-again }
receipts-no-place = 録音のそばに、参加者の受領書を置く場所がありません
    .hint = --into で専用のフォルダーに録音してください
consent-yet-to-come = 同意の日付 { $date } は、まだ来ていない日です
    .hint = このコンピューターの時計が合っているか確かめてください
consent-ended = 同意は { $date } に期限が切れました
    .hint = { -ask-again }
consent-without-asr = 参加者は音声認識（asr）に同意していません
    .hint = この同意がないと何も録音しません。もう一度質問に答えれば、答えを変えられます
consent-not-given = 何も録音しません：音声認識が許可されませんでした
    .hint = この文のセットは音声認識のためのものです。あなたについては何も保存していません
consent-open = 同意についての質問に、まだ答えていないものがあります
consent-not-signed = 同意がまだありません
consent-missing = 同意の受領書がないと、何も録音しません
    .hint = 同意についての質問に答えるか、--consent ファイル で受領書を指定してください
flags-of-consent = --yes と --grant、または --consent ファイル
consent-unasked = 同意がないと何も録音しませんが、ここではだれにも質問できません
    .hint = { $flag } で答えてください
consent-adults = ここで自分だけで録音できるのは、成人だけです
    .hint = 保護者の受領書は --consent ファイル で指定します
consent-no-text = { $locale } の同意文がありません
    .hint = sheet.toml と同じ場所に consent/{ $locale }.txt を書いてください
consent-no-use = `{ $scope }`という使い道はありません。指定できるのは { $allowed } です
consent-use-not-asked = 使い道 { $scope } はここではたずねません。たずねるのは { $asked } です
    .hint = 指定から外すか、プロジェクトファイルの`uses`に加えてもらってください
consent-no-licence = 使い道 { $scope } にはライセンスが必要ですが、指定がありません
    .hint = CC-BY-4.0 のように --licence で指定するか、プロジェクトファイルに書いてください
consent-no-contact = 連絡先が指定されていますが、使い道 contact-again が許可されていません
    .hint = --contact を外すか、--grant contact-again で許可してください
consent-not-kept = この同意では`{ $field }`を保存できません
    .hint = --about { $field }=… を外すか、--yes でもう一度同意してください
about-form = `{ $given }`は KEY=VALUE の形ではありません。KEY は { $fields } のどれかです
about-refused = `{ $field }`の答えは保存できません：{ $why }
about-long = `{ $field }`の答えが{ $longest }文字を超えています

# The keyboard and the system.

answer-needed = 答えが必要です：{ $question }
    .hint = ここではだれにも質問できません。{ $flag } で答えてください
answer-form = `{ $question }`の答え方が違います
answer-not-asked = `{ $question }`は今たずねていません
answer-ended = 答えの前に入力が終わりました
interrupted = ご指示により止めました
system-no-signal = Ctrl-C を受け取れません：{ $cause }
system-no-random = システムから乱数を得られません：{ $cause }
system-epoch = SOURCE_DATE_EPOCH が`{ $given }`になっています。1970年からの秒数を整数で指定してください
system-json = 値を JSON として書けません

## A bar that shows how far a long work is; what stands in quotes is filled in by the bar

progress-bar = { "{bar:32}" } { "{pos}" }／{ "{len}" } { $unit }  { "{per_sec}" }  残り { "{eta}" }  { "{msg}" }

## Findings, the most important first: title, problem, what to do now, why it matters to a corpus

check-unreadable-file-title = ファイルが読めない
check-unreadable-file-problem = ファイルを音声として読めません。
check-unreadable-file-fix = 下の理由を見て、ファイルを変換するか、コピーし直してください。今録音したものなら、もう一度録音してください。
check-unreadable-file-why = ヘッダーに書かれた長さより先に終わるファイルや、音声でないファイルは、どの学習プログラムでも、多くは何も言わずに切られるか拒まれます。

check-device-lost-title = マイクの接続が切れた
check-device-lost-problem = 録音中に、マイクの接続が切れたか、別のマイクに変わりました。
check-device-lost-fix = マイクが戻ったら、もう一度読んでください。
check-device-lost-why = そのあとに話した分は欠けているか、別のマイクの音です。残った音は自然につながって聞こえるので、あとではだれも気づけません。

check-empty-file-title = 何も録音されていない
check-empty-file-problem = 何も録音されませんでした。
check-empty-file-fix = マイクがつながっているか、使用が許可されているかを確かめてください。
check-empty-file-why = これほど短い録音には一語も入りません。文があっても無音でよい、とモデルに教えてしまいます。

check-digital-silence-title = 無音だけ
check-digital-silence-problem = 無音しか届きませんでした。
check-digital-silence-fix = マイクがミュートになっているか、違うマイクが選ばれています。オンにするか、別のマイクを選んでください。
check-digital-silence-why = 動いているマイクの値は、必ず一段階より大きく揺れます。これは静かな部屋ではなく、ミュートか、違う入力です。

check-take-long-title = 録音が上限より長い
check-take-long-problem = 録音が上限より長くなりました。
check-take-long-fix = 表示された文だけを読み、読み終えたら止めてください。
check-take-long-why = 一つの文をこれほど長く読む人はいません。マイクが入ったままだったか、別のファイルです。上限を超えた分は調べず、終わりが欠けていることもあります。

check-computer-slept-title = スリープしていた
check-computer-slept-problem = コンピューターがスリープし、その間に話した分が欠けています。
check-computer-slept-fix = この文をもう一度読んでください。
check-computer-slept-why = スリープ中のコンピューターや止められたプログラムは何も録音しません。前後が言葉の途中でつながり、あとではだれも聞き分けられません。

check-scale-wrong-title = 値の範囲が違う
check-scale-wrong-problem = 値が最大値を大きく超えています。整数がそのまま浮動小数点数で保存されています。
check-scale-wrong-fix = すべての値を、元の整数の最大値（16ビットなら32768）で割って、ファイルを保存し直してください。
check-scale-wrong-why = 浮動小数点数の最大値は1です。整数をそのまま保存すると何千倍にもなり、再生や学習のプログラムでは振り切れて雑音になります。

check-capture-xrun-title = 音が失われた
check-capture-xrun-problem = コンピューターの処理が追いつかず、音の一部が失われました。
check-capture-xrun-fix = ほかのプログラムを閉じて、もう一度読んでください。
check-capture-xrun-why = 取りこぼした音は戻らず、前後がつながっています。あとで音を聞いても分からないので、録音中に数えます。

check-dropout-silent-title = 音が途切れた
check-dropout-silent-problem = 少しの間、音が途切れました。
check-dropout-silent-fix = ケーブルかワイヤレスの接続を確かめて、もう一度読んでください。
check-dropout-silent-why = 音の途中が無音で埋まっているのは、ケーブルやワイヤレスやドライバーが失ったバッファーで、言葉に穴が開いています。

check-no-speech-title = 声が聞こえない
check-no-speech-problem = 声が聞こえませんでした。
check-no-speech-fix = マイクを確かめて、文を声に出して読んでください。
check-no-speech-why = 文があるのに声のない録音は、雑音から言葉を書き出すよう認識モデルに教えてしまいます。

check-dropout-repeat-title = 音が二度入った
check-dropout-repeat-problem = マイクが音の一部を繰り返しました。
check-dropout-repeat-fix = もう一度読んでください。また起きるなら、別のUSB端子を使ってください。
check-dropout-repeat-why = ドライバーがバッファーを二度出すと、口ではありえない繰り返しになります。実際の音が最後の1ビットまで同じになることはありません。

check-clipped-title = 音が大きすぎて割れた
check-clipped-problem = 録音の音が大きすぎて、声が割れています。
check-clipped-fix = マイクの音量を下げるか、手のひら一つ分だけ離れてください。
check-clipped-why = つぶれた山は元に戻せず、モデルには別の声に聞こえます。録音自体の上限を見て調べるので、あとで音量を下げても隠れません。

check-start-cut-title = 始まりが切れた
check-start-cut-problem = 録音が始まったとき、すでに声がしていました。
check-start-cut-fix = 少し待ってから読み始めてください。ほかの人の声なら、静かになるまで待ってください。
check-start-cut-why = 言葉の最初の音が欠けていて、モデルが文と音を合わせるちょうどその場所で食い違います。

check-end-cut-title = 終わりが切れた
check-end-cut-problem = 録音が終わったとき、まだ声がしていました。
check-end-cut-fix = 少し待ってから止めてください。ほかの人の声なら、静かになってから読み直してください。
check-end-cut-why = 最後の言葉の終わりが欠けていて、モデルが文と音を合わせるちょうどその場所で食い違います。

check-read-incomplete-title = 文に比べて短すぎる
check-read-incomplete-problem = この文にしては録音が短すぎます。
check-read-incomplete-fix = 全部読みましたか。始めから終わりまで、もう一度読んでください。
check-read-incomplete-why = 文にあって音にない言葉は、ラベルの誤りのうちで最も悪いものです。参加者の速さが分かれば、読む時間から見つかります。

check-read-too-long-title = 文に比べて長すぎる
check-read-too-long-problem = この文にしては録音が長すぎます。
check-read-too-long-fix = 二度読んだか、ほかの言葉が入りませんでしたか。この文だけを一度読んでください。
check-read-too-long-why = 二度読んだり、違う言葉が入ったりすると、文にない言葉が音に入ります。

check-prompt-mismatch-title = 文が違う
check-prompt-mismatch-problem = 聞こえた言葉が、表示された文と違います。
check-prompt-mismatch-fix = 書いてあるとおりに読んでください。
check-prompt-mismatch-why = 別の文を滑らかに読んだ録音は、音の検査にはすべて通ります。認識した言葉を見なければ分かりません。

check-duplicate-exact-title = 同じ録音
check-duplicate-exact-problem = 別の録音とまったく同じものです。
check-duplicate-exact-fix = 文を読んでください。文ごとに別の録音が必要です。
check-duplicate-exact-why = 二つの文に同じ録音があれば、どちらかの文が間違いです。一つの文に二度あれば、一つの声を二重に数えます。

check-duplicate-near-title = 別の録音のコピー
check-duplicate-near-problem = 別の録音のコピーのようです。
check-duplicate-near-fix = 文を読んでください。文ごとに別の録音が必要です。
check-duplicate-near-why = 音量を上げても、短くしても、雑音を足しても、コピーは二度目の読み上げにはなりません。

check-noisy-title = 周りの雑音
check-noisy-problem = 周りの雑音が大きすぎます。
check-noisy-fix = 窓を閉め、扇風機などを止め、マイクに近づいてください。
check-noisy-why = 雑音と声の差が 10 dB より小さくなると、単語の誤りが急に増えます。

check-narrowband-title = 電話のような音
check-narrowband-problem = 電話のような音になっています。
check-narrowband-fix = ヘッドセットが通話モードかもしれません。有線のマイクか内蔵マイクを使ってください。
check-narrowband-why = 電話の帯域には、s と f を分ける音がありません。広帯域のコーパスに混ざると、言語ではなく機器を教えてしまいます。

check-format-low-title = 録音形式が低い
check-format-low-problem = 録音の形式が、このプロジェクトには低すぎます。
check-format-low-fix = マイクの設定を16ビット、サンプルレートを求められた値以上にしてください。
check-format-low-why = プロジェクトの求めるレートやビット数に足りない分は、ファイルを変換しても戻りません。

check-channel-dead-title = 片側しか音がない
check-channel-dead-problem = 左右のうち、片側にしか音がありません。
check-channel-dead-fix = 音のある側を使います。両方使うつもりなら、プラグを確かめてください。
check-channel-dead-why = 片側に何も入っていません。プラグが奥まで入っていないか、別のマイクを使うつもりだったのでしょう。

check-channels-inverted-title = 左右が打ち消し合う
check-channels-inverted-problem = 左右の音が互いに打ち消し合っています。
check-channels-inverted-fix = マイクをモノラルに設定するか、別のマイクを選んでください。
check-channels-inverted-why = 左右を一つに混ぜると打ち消し合い、声が細くなるか、消えてしまいます。

check-channels-differ-title = 左右で声が違う
check-channels-differ-problem = 左右に別の声が入っていて、使うのは片側だけです。
check-channels-differ-fix = 左右を別々のファイルにするか、一人ずつ録音してください。
check-channels-differ-why = 通話やインタビューでは、片側に一人ずつ入ります。使うのは片側だけなので、もう片側の言葉は失われるか、文にあって音にないことになります。

check-too-quiet-title = 音がとても小さい
check-too-quiet-problem = この録音では声がよく聞こえません。
check-too-quiet-fix = マイクに近づくか、マイクの音量を上げてください。
check-too-quiet-why = とても小さい声は機器の雑音に近く、音量を上げるとモデルには両方が聞こえます。

check-noise-gated-title = 言葉の間で音が切れる
check-noise-gated-problem = 機器が言葉の間で音を切っています。
check-noise-gated-fix = ノイズ抑制をオフにしてください。
check-noise-gated-why = ノイズ抑制は、雑音と一緒に息づかいや弱い語尾も切り、どんな部屋にもない穴を残します。

check-limited-title = 大きい音がつぶれた
check-limited-problem = 大きい音がつぶれています。
check-limited-fix = マイクブーストと自動音量調整をオフにするか、マイクの音量を下げてください。
check-limited-why = 自動音量調整、ブースト、リミッターは大きい音をつぶします。割れた録音のレートを変えたものも、同じように見えます。

check-hum-50-title = 電源のうなり（50 Hz）
check-hum-50-problem = 電源のうなり音が入っています。
check-hum-50-fix = 充電器を抜くか、別のコンセントかケーブルを使ってください。
check-hum-50-why = 電源のうなりは収録のすべての言葉に重なります。コンセントで取り除くのは簡単ですが、あとでは大変です。

check-hum-60-title = 電源のうなり（60 Hz）
check-hum-60-problem = 電源のうなり音が入っています。
check-hum-60-fix = 充電器を抜くか、別のコンセントかケーブルを使ってください。
check-hum-60-why = 電源のうなりは収録のすべての言葉に重なります。コンセントで取り除くのは簡単ですが、あとでは大変です。

check-rumble-title = 低い響き
check-rumble-problem = 低くとどろく音が入っています。
check-rumble-fix = マイクを机から離し、風が当たらないようにしてください。
check-rumble-why = 足音や風や机の響きは、いちばん低い帯域を埋めます。フィルターで取れますが、同じ原因のぶつかる音も聞こえることがよくあります。

check-click-noise-title = カチッ、コツンという音
check-click-noise-problem = 声の近くに、カチッ、コツンという音が入っています。
check-click-noise-fix = 机に触れないようにし、キーは少し待ってから押してください。
check-click-noise-why = 声のそばにあるキーの音やぶつかる音は、そこにあるはずの音としてモデルが覚えてしまうことがあります。

check-reverberant-title = 部屋が響く
check-reverberant-problem = 声が壁から跳ね返っています。
check-reverberant-fix = カーテンやベッドのある部屋に移り、マイクに近づいてください。
check-reverberant-why = 響く部屋では、音が次の音に重なってにじみます。響きはあとから加えられますが、取り除けません。

check-level-changed-title = 前より大きいか小さい
check-level-changed-problem = 声が前よりずっと大きいか、ずっと小さくなっています。
check-level-changed-fix = 始めたときと同じように座ってください。
check-level-changed-why = 音量が急に変わるのは、参加者かマイクが動いたためで、この収録の残りもそうなります。

check-room-changed-title = 周りの音が変わった
check-room-changed-problem = 始めたときより、周りの音が大きくなっています。
check-room-changed-fix = 何かのスイッチが入りませんでしたか。切るか、静かになるまで待ってください。
check-room-changed-why = 何かのスイッチが入っています。百文のあとより、一文のあとで気づくほうがよいのです。

check-upsampled-title = 設定より低い音質
check-upsampled-problem = マイクの音質が、設定より低くなっています。
check-upsampled-fix = サウンド設定で、マイク本来のサンプルレートを選んでください。
check-upsampled-why = ファイルが中身より大きく、広帯域の音声モデルは、高い音は無音だと覚えてしまいます。

check-peak-hot-title = 大きすぎる寸前
check-peak-hot-problem = もう少しで音が大きすぎになります。
check-peak-hot-fix = マイクの音量を少し下げてください。
check-peak-hot-why = 余裕がほとんどなく、次に少し大きい言葉が来ると割れます。

check-dc-offset-title = 電気的なずれ
check-dc-offset-problem = マイクの端子で、音に一定の電気的なずれが加わっています。
check-dc-offset-fix = もう一度読んでください。また起きるなら、別の端子か別のマイクを使ってください。
check-dc-offset-why = 一定のずれは音量の余裕を減らし、切れ目ごとに音を立てます。たいていの機器にはありません。

check-pause-long-title = 途中で長く止まった
check-pause-long-problem = 読む途中で長く止まっています。
check-pause-long-fix = 続けて一息に読んでください。
check-pause-long-why = 途中で長く止まるのは、ページをめくったか、読み直したときに多いものです。

check-lead-silence-long-title = 始めの無音が長い
check-lead-silence-long-problem = 始めに長い無音があります。
check-lead-silence-long-fix = 何もしなくて大丈夫です。切り取られます。次は、「録音中」と出たら早めに話し始めてください。
check-lead-silence-long-why = 無音は保存場所と学習時間を使います。切り取っても何も失われません。

check-trail-silence-long-title = 終わりの無音が長い
check-trail-silence-long-problem = 終わりに長い無音があります。
check-trail-silence-long-fix = 何もしなくて大丈夫です。切り取られます。次は、最後の言葉のあと早めにEnterを押してください。
check-trail-silence-long-why = 無音は保存場所と学習時間を使います。切り取っても何も失われません。

check-mos-low-title = 音がよくないかもしれない
check-mos-low-problem = 音がよくないかもしれません。
check-mos-low-fix = 聞いてみて、そのとおりなら読み直してください。
check-mos-low-why = 音の聞こえ方についての参考意見です。このモデルは音割れや狭い帯域にほとんど気づかないので、ほかの検査の代わりにはなりません。

check-speech-doubtful-title = 声ではないかもしれない
check-speech-doubtful-problem = 声ではないかもしれません。
check-speech-doubtful-fix = 聞いてみて、だれも話していなければ読み直してください。
check-speech-doubtful-why = 声と判断したものが、音楽やせきやドアの音かもしれません。

check-channels-identical-title = 左右が同じ
check-channels-identical-problem = 左右がまったく同じなので、片側だけ保存します。
check-channels-identical-fix = 何もしなくて大丈夫です。モノラルにすると保存場所の節約になります。
check-channels-identical-why = 悪いところはありません。ファイルが必要な大きさの二倍なだけです。

## Findings that come from no check

check-interrupted-title = 録音が途中で切れた
check-interrupted-problem = 異常終了か停止の信号で、録音が途中で切れました。
check-interrupted-fix = 終わりを聞いて、言葉が欠けていれば読み直してください。
check-interrupted-why = 切れた言葉は文にあって音になく、言葉を抜かすことをモデルに教えてしまいます。

check-file-altered-title = ファイルが変わった
check-file-altered-problem = 録音したときのファイルではありません。
check-file-altered-fix = 録音したファイルを元に戻すか、もう一度録音してください。
check-file-altered-why = 判定のあとで変わったファイルの中身は、だれにも分かりません。判定も文も同意も、別のファイルのものです。

check-file-missing-title = ファイルがない
check-file-missing-problem = ファイルが見つかりません。
check-file-missing-fix = コピーから戻すか、もう一度録音してください。
check-file-missing-why = 音のない文からは何も学べず、それを数えた結果も間違いになります。
