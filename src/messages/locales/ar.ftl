# The words that a contributor can meet, in Arabic.
#
# Modern Standard Arabic, plain, with the reader addressed in the masculine singular as in the consent text; keys are
# named by verbal nouns. Vowel signs only where a word could be misread; no tanwin on alif, as in the consent text.
#
# recording (take) تسجيل, sentence (prompt) جملة, reading قراءة, sitting جلسة, microphone ميكروفون, loudspeaker مكبر
# الصوت, break استراحة, keep احتفاظ, leave out ترك, skip تخطّي, receipt إيصال, consent موافقة, withdrawal code رمز السحب,
# sheet قائمة الجمل, speaker المتحدث, licence ترخيص, folder مجلد, muted مكتوم. Lengths of time are in the oblique case
# (دقيقتين), as every message that takes one needs it.

## Verdicts

verdict-pass = جيد
verdict-warn = مقبول
verdict-reject = يُعاد

## The start of a sitting

welcome-head = { $title }  ({ $locale }، المتحدث { $speaker }، { $device })
welcome-going-on = نتابع: القراءات المحفوظة { $kept } من { $readings }.
welcome-another = كان الميكروفون في المرة السابقة { $before }، وهو الآن { $now }.
welcome-readings =
    { $count ->
        [zero] لا توجد قراءات.
        [one] قراءة واحدة.
        [two] قراءتان.
        [few] { $count } قراءات.
        [many] { $count } قراءة.
       *[other] { $count } قراءة.
    }
welcome-longest = يمكن أن يدوم التسجيل { $length } على الأكثر. وإذا زاد على ذلك يتوقف من تلقاء نفسه ولا يمكن استخدامه.
welcome-patience = إذا طال التسجيل كثيرا عما تحتاج إليه جملته، يتوقف من تلقاء نفسه.
welcome-listening =
    الميكروفون مفتوح من الآن حتى النهاية. ونحتفظ بما يقع بين ضغطة Enter والضغطة التالية، وبنصف ثانية قبله وبعده.
welcome-keys = اكتب ? ثم Enter لعرض كل المفاتيح؛ واضغط Enter بعد كل حرف تكتبه.
recovered-saved =
    { $count ->
        [zero] انقطعت الجلسة السابقة. لم يبق منها أي تسجيل غير مكتمل.
        [one] انقطعت الجلسة السابقة. حُفظ تسجيل واحد غير مكتمل.
        [two] انقطعت الجلسة السابقة. حُفظ تسجيلان غير مكتملين.
        [few] انقطعت الجلسة السابقة. حُفظت { $count } تسجيلات غير مكتملة.
        [many] انقطعت الجلسة السابقة. حُفظ { $count } تسجيلا غير مكتمل.
       *[other] انقطعت الجلسة السابقة. حُفظ { $count } تسجيل غير مكتمل.
    }
session-unreadable =
    تعذرت قراءة أحد مجلدات التسجيلات، وسيبقى كما هو: { $path } ({ $cause }). أطلع من يساعدك على هذه الرسالة.
recovered-torn = انقطعت الجلسة السابقة. لم يُفقد شيء مما احتفظت به.

clock-early = تاريخ هذا الكمبيوتر { $date }، وهو سابق لصدور هذا البرنامج. اضبط التاريخ والوقت ثم ابدأ من جديد: فالتسجيلات التي تحمل ذلك التاريخ، والموافقة معها، لا يمكن استخدامها لاحقا.
clock-late = تاريخ هذا الكمبيوتر { $date }، وهو بعيد جدا. اضبط التاريخ والوقت ثم ابدأ من جديد: فالتسجيلات التي تحمل ذلك التاريخ، والموافقة معها، لا يمكن استخدامها لاحقا.

## The room

room-listening =
    { $seconds ->
        [zero] من فضلك التزم الصمت لحظة: نقيس ضوضاء الغرفة.
        [one] من فضلك التزم الصمت ثانية واحدة: نقيس ضوضاء الغرفة.
        [two] من فضلك التزم الصمت ثانيتين: نقيس ضوضاء الغرفة.
        [few] من فضلك التزم الصمت { $seconds } ثوانٍ: نقيس ضوضاء الغرفة.
        [many] من فضلك التزم الصمت { $seconds } ثانية: نقيس ضوضاء الغرفة.
       *[other] من فضلك التزم الصمت { $seconds } ثانية: نقيس ضوضاء الغرفة.
    }
room-silent = لا صوت.
room-silent-advice = لا يصل إلا الصمت. هل الميكروفون مكتوم، أم أن الميكروفون المقصود غيره؟
room-loud = في الغرفة ضوضاء.
room-loud-advice = أغلق النافذة، أو أوقف المراوح، أو اقترب من الميكروفون.
room-quiet = الغرفة هادئة بما يكفي.
room-keys = Enter: قياس جديد   g: المتابعة رغم ذلك   q: التوقف لهذا اليوم

## The prompt and the take

media-sound = يُشغَّل مثال أولا. تكلم بعد أن ينتهي؛ e: الاستماع إليه مرة أخرى
media-picture = انظر إلى هذه الصورة وقل ما يناسبها: { $path }
prompt-place = { $number } من { $readings }
prompt-reading = القراءة { $repetition } من { $repeat }
prompt-again = مرة أخرى
prompt-kept = محفوظ
prompt-of-attempts = التسجيل { $attempt } من { $attempts }
take-length = { $seconds } ث
take-stopped-long = تجاوز هذا التسجيل { $length }، وهي أطول مدة مسموح بها، فأُوقف.
length-minutes =
    { $count ->
        [zero] { $count } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
length-seconds =
    { $count ->
        [zero] { $count } ثانية
        [one] ثانية واحدة
        [two] ثانيتين
        [few] { $count } ثوانٍ
        [many] { $count } ثانية
       *[other] { $count } ثانية
    }
take-also = وأيضا: { $titles }
take-device = هذا أفضل ما يعطيه هذا الميكروفون.
finding-said = { $problem } { $fix }
meter-clipped = عالٍ جدا
slept =
    { $seconds ->
        [zero] دخل الكمبيوتر في وضع السكون لحظة. نتابع من هنا.
        [one] دخل الكمبيوتر في وضع السكون ثانية واحدة. نتابع من هنا.
        [two] دخل الكمبيوتر في وضع السكون ثانيتين. نتابع من هنا.
        [few] دخل الكمبيوتر في وضع السكون { $seconds } ثوانٍ. نتابع من هنا.
        [many] دخل الكمبيوتر في وضع السكون { $seconds } ثانية. نتابع من هنا.
       *[other] دخل الكمبيوتر في وضع السكون { $seconds } ثانية. نتابع من هنا.
    }
device-searched = نبحث عن الميكروفون كل ثانية، لمدة دقيقة على الأكثر. ونتابع متى وجدنا ميكروفونا؛ q: التوقف لهذا اليوم
device-muted = كُتم الميكروفون { $name }: لا يُسجَّل إلا الصمت. ألغِ الكتم من إعدادات الصوت في النظام.
device-unmuted = أُلغي كتم الميكروفون { $name }.
device-back = يوجد ميكروفون من جديد: { $name }. نتابع.

## What holds for a microphone, before the first prompt, and what to do about it

remark-monitor = هذا ليس ميكروفونا: إنه يسجل ما يخرج من مكبر الصوت.
    .wait = اختر ميكروفونا بالخيار --device؛ الأمر `booth devices` يعرض المتاح.
remark-unplugged = لا شيء موصول بمقبس هذا الميكروفون.
    .wait = صِل الميكروفون، أو اختر غيره بالخيار --device؛ الأمر `booth devices` يعرض المتاح.
remark-muted = هذا الميكروفون مكتوم.
    .wait = ألغِ الكتم من إعدادات الصوت في النظام.
remark-volume = مستوى صوت هذا الميكروفون في النظام { $percent }%.
    .wait = اضبطه على 100% في إعدادات الصوت، وارفع صوتك أنت أو اخفضه قليلا بدلا من ذلك.
remark-telephone = صوت هذا الميكروفون كصوت الهاتف ({ $rate }).
    .wait = هكذا تعمل سماعة الرأس اللاسلكية في وضع المكالمات. استخدم سماعة بسلك، أو الميكروفون المدمج في الجهاز.
remark-narrow = يعمل هذا الميكروفون بمعدل { $rate }، والمطلوب { $wanted } Hz.
    .wait = اختر معدلا أعلى من إعدادات الصوت في النظام، أو ميكروفونا آخر.

## What the recorder noticed

capture-lost = كان الكمبيوتر مشغولا جدا، ففُقد بعض الصوت.
capture-stalled = لم يصل صوت من الميكروفون للحظة.
capture-missing = بعض الصوت ناقص في هذا التسجيل.
capture-silent = لم يصل إلا الصمت.
capture-clock = تعمل ساعة الميكروفون بمعدل { $measured } Hz وليس { $stated }.

## What the booth is doing

phase-idle = لم تبدأ الجلسة بعد.
phase-showing = جاهز.
phase-recording = يجري التسجيل.
phase-judging = لحظة من فضلك.
phase-verdict = احتفظ به، أو اقرأ الجملة مرة أخرى.
phase-paused = استراحة.
nobody-heard = لم أسمع أحدا، مرتين. هل أنت هنا؟
phase-done = قُرئت كل الجمل.
phase-finished = انتهت الجلسة.
done-all =
    { $readings ->
        [zero] لا توجد جمل.
        [one] الجملة الوحيدة محفوظة.
        [two] الجملتان محفوظتان.
        [few] الجمل كلها محفوظة، وعددها { $readings }.
        [many] الجمل كلها محفوظة، وعددها { $readings }.
       *[other] الجمل كلها محفوظة، وعددها { $readings }.
    }
done-some =
    { $left ->
        [zero] هذا كل شيء الآن: المحفوظ { $kept } من { $readings }، ولم تُترك أي جملة.
        [one] هذا كل شيء الآن: المحفوظ { $kept } من { $readings }، وتُركت جملة واحدة.
        [two] هذا كل شيء الآن: المحفوظ { $kept } من { $readings }، وتُركت جملتان.
        [few] هذا كل شيء الآن: المحفوظ { $kept } من { $readings }، وتُركت { $left } جمل.
        [many] هذا كل شيء الآن: المحفوظ { $kept } من { $readings }، وتُركت { $left } جملة.
       *[other] هذا كل شيء الآن: المحفوظ { $kept } من { $readings }، وتُركت { $left } جملة.
    }
done-limit = قرأت ما أردت قراءته اليوم: المحفوظ { $kept } من { $readings }.

## The list of all sentences

reading-kept = محفوظة
reading-left-out = متروكة
reading-open = لم تُقرأ
reading-none = `{ $given }` ليست جملة في القائمة؛ اكتب رقما من 1 إلى { $readings }. l: قائمة الكل
report-ask = ما الخطأ في هذه الجملة؟
report-spelling = فيها خطأ في الكتابة
report-unnatural = لا أحد يقولها هكذا
report-unclear = يمكن أن تُقرأ بطريقتين
report-unfit = لا أريد أن أقرأ هذا بصوت عال
report-other = شيء آخر
report-keys = اكتب رقما، وبعده كلمات أخرى إن أردت. Enter: لا شيء
report-thanks = شكرا لك: سُجّلت ملاحظتك.
report-none = لم تُسجَّل أي ملاحظة.

## Keys

keys-showing = Enter: تسجيل   s: تخطّي   b: رجوع   q: التوقف لهذا اليوم
keys-recording = اقرأ الآن. Enter: إيقاف
keys-verdict = Enter: احتفاظ   r: إعادة القراءة   p: استماع   s: تخطّي   b: رجوع
keys-rejected = Enter: إعادة القراءة   k: احتفاظ رغم ذلك   p: استماع   s: تخطّي
keys-kept = Enter: متابعة   r: إعادة القراءة   p: استماع   d: حذف   b: رجوع
keys-attempts = <  >: التسجيل السابق أو التالي
keys-delete = هل تريد حذف هذا التسجيل نهائيا؟ لا يمكن لأحد استعادته.   d: حذف   Enter: لا
keys-paused = Enter: متابعة   q: التوقف لهذا اليوم
keys-done = Enter: إنهاء   b: رجوع إلى الأخيرة   u: التراجع عن آخر قرار   l: قائمة الكل
keys-hands-free = اقرأ كل جملة متى كنت مستعدا؛ وننتقل بعدها تلقائيا. q: التوقف لهذا اليوم   w: استراحة   ?: كل المفاتيح
key-unknown = المفتاح `{ $key }` لا يعمل هنا؛ اكتب ? لعرض كل المفاتيح.
key-arrows = الأسهم وغيرها من المفاتيح الخاصة لا تعمل هنا؛ اكتب ? لعرض كل المفاتيح.
help-enter = تسجيل؛ إيقاف؛ احتفاظ بتسجيل جيد؛ إعادة قراءة ما يجب أن يُعاد
    .key = Enter
help-keep = الاحتفاظ بهذا التسجيل
    .key = k
help-redo = إعادة القراءة؛ ويبقى هذا التسجيل حتى تحتفظ بغيره
    .key = r
help-play = الاستماع إلى هذا التسجيل؛ وعند عرض جملة، إلى آخر تسجيل لها
    .key = p
help-hear = الاستماع إلى مثال هذه الجملة مرة أخرى
    .key = e
help-skip = تخطّي الجملة، مع ذكر السبب إن أردت؛ وتعود في النهاية
    .key = s [السبب]
help-report = الإبلاغ عن خطأ في هذه الجملة
    .key = x [الخطأ]
help-back = الرجوع إلى الجملة السابقة
    .key = b
help-choose = عرض التسجيل السابق أو التالي للجملة نفسها
    .key = <  >
help-undo = التراجع عن آخر قرار، كلما أردت
    .key = u
help-delete = حذف هذا التسجيل نهائيا، بعد سؤالك
    .key = d
help-list = عرض قائمة بكل الجمل وحال كل منها
    .key = l
help-goto = الانتقال إلى الجملة التي لها هذا الرقم في القائمة
    .key = g الرقم
help-help = عرض هذه المفاتيح
    .key = ?
help-pause = استراحة
    .key = w
help-mode = كيف يتوقف التسجيل: توقفه أنت، أو يتوقف عندما تسكت، أو كل شيء تلقائيا؛ وكل m تنقلك إلى التالي
    .key = m
help-quit = التوقف لهذا اليوم؛ وتتابع في المرة القادمة من هنا
    .key = q
help-interrupt = التوقف فورا؛ وما احتفظت به في أمان
    .key = Ctrl-C

## Why a command cannot be followed now

refusal-recording = يجري تسجيل الآن. اضغط Enter لإيقافه أولا.
refusal-not-recording = لا يجري أي تسجيل.
refusal-judging = لحظة، نفحص التسجيل.
refusal-undecided = احتفظ بهذا التسجيل أو أعد القراءة أولا.
refusal-no-take = لا يوجد تسجيل لهذه الجملة بعد.
refusal-no-sound = ليس لهذه الجملة مثال تستمع إليه.
refusal-silent = لا صوت لأحد في هذا التسجيل، فلا يمكن الاحتفاظ به. اقرأ الجملة مرة أخرى، أو اتركها.
refusal-cut-short = انقطع هذا التسجيل قبل تمامه، فلا يمكن الاحتفاظ به. اقرأ الجملة مرة أخرى.
refusal-no-such-take = لا يوجد تسجيل آخر لهذه الجملة في هذا الاتجاه.
refusal-elsewhere = هذا التسجيل من جلسة سابقة بأجهزة أخرى، ولا يمكن حذفه من هنا.
refusal-not-asked = لم يُطرح أي سؤال.
refusal-nothing-to-undo = لا يوجد قرار في هذه الجلسة يمكن التراجع عنه.
refusal-unseen = جاء ذلك قبل أن يظهر ما يُجاب عنه.
refusal-done = قُرئت كل الجمل. ارجع إلى إحداها أولا.
refusal-kept = هذا التسجيل محفوظ بالفعل.
refusal-nothing-before = لا شيء قبل هذه الجملة.
refusal-unknown-prompt = لا توجد هذه الجملة في قائمة الجمل.
refusal-paused = هذه استراحة. اضغط Enter للمتابعة.
refusal-not-paused = لسنا في استراحة.
refusal-device-lost = الميكروفون غير موجود. نتابع متى وُجد ميكروفون.
refusal-not-open = انتهت الجلسة.

## Why a recording stopped

stop-user = أوقفته أنت.
stop-end = انتهى الصوت.
stop-length = كان أطول من المدة المسموح بها للتسجيل.
stop-interrupted = أُنهيت الجلسة في أثنائه.
stop-device-lost = انقطع الميكروفون.
stop-disk = تعذر تخزينه.
stop-discarded = كان خطأ؛ ولا ينتج عنه تسجيل.
stop-unknown = توقف.

## The end of a sitting

close-finished = قُرئ كل شيء.
close-limit = بلغت الجلسة مدتها.
close-quit = توقفنا لهذا اليوم.
close-interrupted = توقفنا كما طلبت.
close-nobody = لم أسمع أحدا، فتوقفت.
close-error = تعذر الاستمرار في الجلسة.
close-device-changed = تغير الميكروفون.
close-recovered = أُصلح ما انقطع.
close-unknown = انتهت الجلسة.
farewell-given =
    { $count ->
        [zero] لم تُضف قراءات في هذه الجلسة، ومجموع قراءاتك { $all } (بالدقائق: { $minutes }).
        [one] أضفت قراءة واحدة في هذه الجلسة، ومجموع قراءاتك { $all } (بالدقائق: { $minutes }).
        [two] أضفت قراءتين في هذه الجلسة، ومجموع قراءاتك { $all } (بالدقائق: { $minutes }).
        [few] أضفت { $count } قراءات في هذه الجلسة، ومجموع قراءاتك { $all } (بالدقائق: { $minutes }).
        [many] أضفت { $count } قراءة في هذه الجلسة، ومجموع قراءاتك { $all } (بالدقائق: { $minutes }).
       *[other] أضفت { $count } قراءة في هذه الجلسة، ومجموع قراءاتك { $all } (بالدقائق: { $minutes }).
    }
farewell-done = هذا كل شيء. شكرا لك!
farewell-left =
    { $count ->
        [zero] لم تبق أي جملة. للمتابعة:
        [one] بقيت جملة واحدة. للمتابعة:
        [two] بقيت جملتان. للمتابعة:
        [few] بقيت { $count } جمل. للمتابعة:
        [many] بقيت { $count } جملة. للمتابعة:
       *[other] بقيت { $count } جملة. للمتابعة:
    }
farewell-where = تسجيلاتك في { $path }
farewell-contact = سلّمها إلى { $name }، { $contact }.
farewell-contact-unnamed = سلّمها إلى الشخص الذي طلب منك تسجيلها.

## Questions

question-speaker = من سيقرأ: { $speakers }؟ (Enter: شخص جديد)
question-new-speaker = لا أحد هنا باسم `{ $speaker }`. اكتبه مرة أخرى لتبدأ بوصفك شخصا جديدا، أو اكتب الاسم الذي قصدته:
question-adult = بلغت سن الرشد في بلدي
question-contact = كيف نتواصل معك؛ ويُحفظ ذلك بعيدا عن التسجيلات
page-more = Enter: متابعة القراءة
form-uses = أوافق على
form-about = معلومات عنك، إن أردت
form-ticked = [x]
form-open = [ ]
form-needed = (ضروري)
form-left-out = -
form-keys =
    اكتب رقما ثم Enter لتضع علامة على سطره أو تزيلها، أو اكتب رقما وكلمات، مثل: { $example } الأربعينات
    Enter وحده: كل شيء كما أريد.   q: خروج دون حفظ أي شيء
form-lacking = لا يمكن تسجيل أي شيء بدون { $numbers }.
form-unknown = لا يوجد في الاستمارة سطر `{ $given }`؛ اكتب رقما من 1 إلى { $last }.
form-no-words = السطر { $number } لا يقبل كلمات: رقمه وحده يضع العلامة أو يزيلها.
form-words = السطر { $number } يحتاج إلى كلمات: اكتبها بعد رقمه. والعلامة - بعد الرقم تمحوه.
about-gender = جنسك، بكلماتك أنت
about-age = عمرك، أو فئة عمرية مثل الثلاثينات
about-accent = لهجتك أو منطقتك
about-native-language = لغتك الأم

## Uses that are asked for; each goes on with "You may"

scope-asr = استخدام تسجيلاتي لتدريب أنظمة التعرف على الكلام
scope-tts = استخدامها لإنشاء صوت اصطناعي قد يشبه صوتي
scope-speaker-id = استخدامها لتدريب أنظمة التعرف على هوية المتحدث من صوته
scope-evaluation = استخدامها لتقييم مثل هذه الأنظمة
scope-share-gated =
    { $licence ->
        [none] مشاركتها مع أشخاص وقّعوا شروط الاستخدام
       *[other] مشاركتها مع أشخاص وقّعوا شروط الاستخدام، بموجب الترخيص { $licence }
    }
scope-share-open =
    { $licence ->
        [none] نشرها علنا ليتمكن أي شخص من تنزيلها واستخدامها
       *[other] نشرها علنا بموجب الترخيص { $licence } ليتمكن أي شخص من تنزيلها واستخدامها بما يسمح به
    }
scope-contact-again = التواصل معي لطلب تسجيلات أخرى

## The receipt

consent-holds = موافقتك بتاريخ { $date } (الإيصال { $receipt }) ما زالت سارية.
project-used = المشروع: { $path }
receipt-where = إيصالك، وفيه رمز السحب، موجود في { $path }
receipt-code = رمز السحب: { $code }   (احتفظ به؛ فهو غير مخزن في أي مكان آخر)
controller-unnamed = الشخص الذي يدير هذا التسجيل
contact-unnamed = الشخص الذي طلب منك هذه التسجيلات
copy-consent = موافقتك
copy-consent-said = بتاريخ { $date } (UTC)، نسختك
copy-receipt = الإيصال
copy-speaker = أنت
copy-speaker-said = المتحدث { $speaker } (لا يُخزن أي اسم مع تسجيلاتك)
copy-controller = مُنحت إلى
copy-contact = للتواصل
copy-until = حتى
copy-yes = نعم
copy-no = لا
copy-licence = الترخيص
copy-code = رمز السحب
copy-withdraw = لسحب الموافقة
copy-keep = احتفظ بهذا الرمز: فهو غير مخزن في أي مكان آخر، ويثبت أن التسجيلات لك.
copy-text = النص الذي عُرض عليك ({ $locale }):
withdrawal-by-code = أبلغ جهة التواصل المذكورة أعلاه برمز السحب؛ وليس عليك أن تذكر أي سبب.
gone-head = سُحِب بتاريخ { $date } (UTC)، الرقم { $id }
gone-speaker = لقد سحبت كل ما سجّلته حتى ذلك الحين.
gone-session = لقد سحبت جلسة واحدة.
gone-take = لقد سحبت تسجيلًا واحدًا.
gone-scope = من الآن فصاعدًا لا يُستعمل في هذا: { $scope }. ولا يتغيّر شيء آخر.
gone-deleted = حُذف نهائيًا: عدد التسجيلات: { $takes }، ثواني الصوت: { $seconds }. ولم يعثر البحث بعد ذلك على أي شيء منها.
gone-no-release = لم يكن قد نُشر.
gone-releases = هو موجود في إصدارات صدرت من قبل: { $releases }. ويُطلب من كل من لديه أحدها أن يحذفه منه.
gone-models = ما تُعلِّم من قبل من إصدار منشور لا يمكن إخراجه من نموذج مُدرَّب.
gone-next = يُصنع الإصدار القادم بدونه. احتفظ بهذه الرسالة فهي الدليل.
mine-head = كل ما هو محفوظ عنك هنا، نُسخ بتاريخ { $date } (UTC)
mine-sessions = الجلسات: { $count }، كل واحدة في مجلد خاص بها داخل sessions/.
mine-files = في كل منها: تسجيلاتك في audio/، وما عُرض عليك وما قيس وقيل عنه في takes.jsonl، وما سمعته البرامج في transcripts.jsonl، وما وافقت عليه في consent/.
mine-receipts = في receipts/: إيصالاتك ورسائلك وما ذكرته عن طريقة الاتصال بك.
mine-rights = إنه لك: اقرأه واحتفظ به وأعطه لمن تشاء. وبالرمز الموجود على إيصالك يمكنك سحب كل شيء.
feedback-head = ما آلت إليه تسجيلاتك، ممن يجمعونها
feedback-thanks = ما قُبل حتى الآن: { $count }. شكرًا لك على كل واحد منها.
feedback-again = يُرجى إعادة قراءة: { $count }، في نحو { $minutes } دقيقة.
feedback-nothing = لا شيء يحتاج إلى إعادة القراءة.
feedback-why = { $count } × { $why }
feedback-advice = لمعظمها سبب واحد. قبل أن تتابع: { $fix }
feedback-here = مرة أخرى من فضلك: { $problem }
feedback-heard = استمع إليه أحدهم ويطلب قراءته مرة أخرى. اقرأه بهدوء كما تقوله في البيت.
feedback-how = لأجل ذلك ضع هذا الملف بجانب مجلد تسجيلاتك وسجّل كالمعتاد.
feedback-of-another = هذه الملاحظات موجهة إلى { $given }، والقارئ هو { $wanted }.
feedback-elsewhere = وإضافةً إلى ذلك، من أوراق أو لغات أخرى أو لم يعد في الورقة: { $count }.
feedback-unreadable = تعذّرت قراءة ملاحظات، { $path }: { $cause }
hand-in-made = ملفك للتسليم: { $files } – رمزه { $code }.
hand-in-nothing = لا يوجد شيء لم يُسلَّم من قبل.
hand-in-lacking = تعذّر وضع كل شيء في الملف: { $count }. أخبر من طلب منك التسجيلات.
farewell-bundle = لتصنع منها ملفًا واحدًا للتسليم:

## The page in the browser: what is said of a sitting

language-name = العربية
page-link = افتح هذا الرابط في متصفح هذا الكمبيوتر؛ فهو يفتح الصفحة مرة واحدة:
page-address = في المتصفح الذي كانت الصفحة مفتوحة فيه، يفتحها العنوان { $address } من جديد.
page-running = الصفحة مفتوحة بالفعل، وتُفتح الآن مرة أخرى.
page-no-browser = تعذر فتح المتصفح ({ $cause })؛ افتح الرابط المذكور أعلاه
page-no-server = تعذر عرض الصفحة: { $cause }
    .hint = ربما يمنعها برنامج آخر؛ الأمر `booth record` يسجل من النافذة الطرفية
page-alone = لم ينظر أحد إلى الصفحة منذ عشر دقائق
page-over-said = أُغلق بوث. يمكنك إغلاق هذه الصفحة.
page-trouble = لم ينجح ذلك
page-start = ماذا تريد أن تقرأ؟
page-sheet-languages =
    { $count ->
        [zero] لا لغات
        [one] لغة واحدة
        [two] لغتان
        [few] { $count } لغات
        [many] { $count } لغة
       *[other] { $count } لغة
    }
page-consent = قبل أن تبدأ
page-sound = فحص الصوت
page-microphone-say = قل شيئا وأنا أستمع، مثلا ما تراه حولك.
page-was-away = أُغلقت الصفحة، فأُوقف التسجيل؛ ولم يضع منه شيء.
page-device-searched = نبحث عنه كل ثانية، لمدة دقيقة على الأكثر. ونتابع متى وجدنا ميكروفونا.
page-device-advice = صِله من جديد، أو اختر ميكروفونا آخر.
page-device-busy = أغلق البرنامج الآخر الذي يستخدمه، أو اختر ميكروفونا آخر.
page-device-denied = اسمح لبوث باستخدام الميكروفون من إعدادات الخصوصية في هذا الكمبيوتر.
page-picture-alt = الصورة الخاصة بهذه الجملة
page-delete-ask = هل تريد حذف هذا التسجيل نهائيا؟ لا يمكن لأحد استعادته.
page-kept = المحفوظ { $kept } من { $readings }
page-minutes = الدقائق المسجلة: { $minutes }
page-left =
    { $count ->
        [zero] بقي أقل من دقيقة
        [one] بقي نحو دقيقة
        [two] بقي نحو دقيقتين
        [few] بقي نحو { $count } دقائق
        [many] بقي نحو { $count } دقيقة
       *[other] بقي نحو { $count } دقيقة
    }
page-refused-recording = يجري تسجيل الآن. أوقفه أولا.
page-refused-paused = هذه استراحة. اضغط «متابعة» أولا.
page-reason-hard-to-say = نطقها صعب
page-reason-wrong-sentence = فيها خطأ
page-reason-not-now = ليس الآن
page-verdict-pass = جيد
page-verdict-warn = راجعه من فضلك
page-verdict-reject = أعد القراءة
page-end = شكرا لك
page-end-left =
    { $count ->
        [zero] لم تبق أي جملة. يمكنك أن تتابع الآن، أو تشغّل بوث من جديد في يوم آخر.
        [one] بقيت جملة واحدة. يمكنك أن تتابع الآن، أو تشغّل بوث من جديد في يوم آخر.
        [two] بقيت جملتان. يمكنك أن تتابع الآن، أو تشغّل بوث من جديد في يوم آخر.
        [few] بقيت { $count } جمل. يمكنك أن تتابع الآن، أو تشغّل بوث من جديد في يوم آخر.
        [many] بقيت { $count } جملة. يمكنك أن تتابع الآن، أو تشغّل بوث من جديد في يوم آخر.
       *[other] بقيت { $count } جملة. يمكنك أن تتابع الآن، أو تشغّل بوث من جديد في يوم آخر.
    }
page-end-withdraw = يمكنك سحب تسجيلاتك في أي وقت: أبلغ من طلبها منك بالرمز المكتوب في إيصالك. وليس عليك أن تذكر أي سبب.
break-offer = مضت نصف ساعة وأنت تقرأ. هل تأخذ استراحة؟
mode-said = التسجيل من الآن فصاعدا: { $mode }.
mode-manual = يدويا
mode-auto-stop = يتوقف تلقائيا
mode-hands-free = بدون لمس

## How a microphone does, in a word or two

figure-voice = صوتك
figure-voice-none = غير مسموع
figure-voice-faint = خافت
figure-voice-good = جيد
figure-voice-strong = قوي
figure-voice-loud = عالٍ جدا
figure-room = الغرفة
figure-room-quiet = هادئة
figure-room-heard = فيها صوت خفيف
figure-room-loud = فيها ضوضاء
figure-band = نقاء الصوت
figure-band-full = كامل
figure-band-narrow = ناقص قليلا
figure-band-telephone = كما في الهاتف

## The page in the browser: its fixed words

# Whole page
page-name = بوث
page-go-on = متابعة
page-back = رجوع
page-close = إغلاق
page-note-info = ملاحظة
page-note-warn = انتبه من فضلك
page-note-bad = مشكلة
# Full screen when the program does not answer any more
page-gone = توقف بوث
page-gone-safe = كل ما احتفظت به في أمان على هذا الكمبيوتر.
page-gone-how = للمتابعة، شغّل بوث من جديد كما فعلت من قبل. ستعود هذه الصفحة عندئذ من تلقاء نفسها، أو تُفتح صفحة جديدة.
page-gone-trying = هذه الصفحة تبحث عن بوث.
page-elsewhere = بوث مفتوح في علامة تبويب أخرى
page-elsewhere-what = لا يمكن التسجيل إلا من علامة تبويب واحدة في كل مرة.
page-take-over = استخدام علامة التبويب هذه

# Start: what to read
page-language = لغة هذه الصفحة
page-sheet = قائمة الجمل
page-locale = لغة الجمل
page-begin = بدء

# Who reads
page-who = من سيقرأ؟
page-who-why = اختر اسما مستعارا، ولا تكتب اسمك الحقيقي أبدا. المسموح به الحروف الصغيرة من a إلى z والأرقام.
page-who-before = قرأت هنا من قبل
page-who-new = هذه أول مرة لي هنا
page-who-name = اسم مستعار

# Consent
page-consent-adult = قبل كل شيء
page-consent-uses = أوافق على
page-consent-about = معلومات عنك، إن أردت
page-consent-needed = ضروري
page-consent-nothing = لم نضع أي علامة نيابة عنك. لا يُسمح إلا بما تضع أنت علامة عليه.
page-agree = موافقة ومتابعة
page-refuse = خروج دون حفظ أي شيء

# Microphone
page-microphone-listening = نستمع إلى كل الميكروفونات
page-microphone-choose = اختر ميكروفونا
page-microphone-none = لم نجد أي ميكروفون
page-microphone-waiting = في الانتظار
page-microphone-listens = نستمع إليه
page-microphone-failed = لا يعمل
page-microphone-best = الأفضل لصوتك
page-microphone-default = اختيار الكمبيوتر
page-microphone-chosen = المختار
page-microphone-use = استخدام هذا
page-microphone-level = علو صوتك في هذا الميكروفون
page-listen = قياس جديد

# Sound check
page-check = بدء فحص الصوت
page-check-again = فحص جديد
page-check-stop = انتهيت من القراءة
page-check-anyway = المتابعة رغم ذلك
page-check-room = التزم الصمت من فضلك
page-check-sentence = اقرأ هذه الجملة الآن بصوت مسموع
page-check-judging = لحظة من فضلك
page-check-passed = صوتك واضح
page-check-good = هذا جيد
page-check-poor = ليس هذا جيدا بعد
page-seconds-left = الثواني الباقية

# Booth: what is going on now
page-phase-showing = جاهز
page-phase-recording = يجري التسجيل
page-phase-judging = لحظة من فضلك
page-phase-verdict = تسجيلك
page-phase-paused = استراحة
page-phase-done = قُرئت كل الجمل
page-phase-lost = لا يوجد ميكروفون
page-previous = الجملة السابقة
page-next = الجملة التالية
page-sentence = اقرأ هذه الجملة بصوت مسموع
page-controls = الأزرار
page-again = مرة أخرى
page-picture = صورة

# Booth: what can be done (buttons)
page-record = تسجيل
page-stop = إيقاف
page-keep = احتفاظ
page-keep-anyway = احتفاظ رغم ذلك
page-redo = إعادة القراءة
page-play = استماع
page-play-stop = إيقاف الاستماع
page-skip = تخطّي
page-back-step = رجوع
page-undo = تراجع
page-delete = حذف
page-delete-yes = حذف نهائي
page-delete-no = عدم الحذف
page-cancel = إلغاء
page-discard = إلغاء التسجيل
page-pause = استراحة
page-resume = متابعة
page-quit = التوقف لهذا اليوم
page-list = كل الجمل
page-hint = عرض التلميح
page-hint-hide = إخفاء التلميح
page-hear = استماع إلى المثال
page-report = هل في هذه الجملة خطأ؟
page-hold = اضغط مطولا للتسجيل
page-release = ارفع يدك للإيقاف

# Booth: the recording just made
page-take-kept = محفوظ
page-take-earlier = تسجيل سابق
page-take-others = ملاحظات أخرى
page-take-fix = جرّب هذا أولا
page-take-wave = صورة تسجيلك
page-take-speech = صوتك
page-take-attempts = تسجيلات هذه الجملة
page-attempt = التسجيل
page-skip-why = لماذا تتخطى هذه الجملة؟
page-skip-plain = بدون سبب
page-report-why = ما الخطأ في هذه الجملة؟
page-who-is-there = أنا هنا

# Booth: the level of the microphone
page-meter = علو الصوت
page-meter-silent = لا يصل صوت
page-meter-room = في انتظار صوتك
page-meter-quiet = خافت قليلا
page-meter-good = جيد
page-meter-high = عالٍ قليلا
page-meter-loud = عالٍ جدا

# List of all sentences
page-list-loading = لحظة من فضلك
page-list-all = الكل

# Settings
page-settings = الإعدادات
page-settings-mode = كيف يتوقف التسجيل
page-mode-manual = أوقفه بنفسي
page-mode-auto-stop = يتوقف عندما أسكت
page-mode-hands-free = يبدأ ويتوقف من تلقاء نفسه
page-settings-hold = إبقاء المفتاح أو الزر مضغوطا أثناء القراءة
page-settings-auto-play = إسماعي التسجيلات التي عليها ملاحظة
page-settings-keys = استخدام مفاتيح لوحة المفاتيح
page-settings-keys-which = المفاتيح
page-settings-key-change = تغيير المفتاح
page-settings-key-press = اضغط مفتاحا
page-settings-key-reset = إعادة كل المفاتيح كما كانت
page-settings-key-fixed = مفتاح Enter ومفتاح المسافة يفعلان دائما ما يقوله الزر الكبير.
page-key-space = المسافة
page-key-enter = Enter
page-key-escape = Esc

# End
page-end-again = متابعة القراءة
page-end-finish = إنهاء
page-hand-in = اصنع ملفًا واحدًا للتسليم
page-end-where = تسجيلاتك
page-receipt = إيصالك
page-receipt-code = رمز السحب
page-receipt-copy = نسخ الرمز
page-receipt-copied = نُسخ الرمز
page-receipt-print = طباعة هذه الصفحة
page-withdraw = إذا غيّرت رأيك

# Trouble, and the last page
page-retry = محاولة جديدة
page-over = يمكنك إغلاق هذه الصفحة الآن.

# The button that opens the rest of the buttons on a small screen, and the heading of what it opens
page-menu = المزيد

## Trouble: no capital and no full stop, as it stands behind "trouble:" or "error:"

trouble-head = مشكلة
trouble-said = { $head }: { $message }
trouble-hint = نصيحة: { $hint }

# The microphone and the loudspeaker; $direction is input or output.

-plug-in = صِله من جديد أو اختر غيره بالخيار --device، ثم شغّل الأمر نفسه للمتابعة
-devices = الأمر `booth devices` يعرض المتاح
device-lost-gone = فُصل الميكروفون `{ $name }`
    .wait = صِله من جديد.
    .hint = { -plug-in }
device-lost-invalidated = غيّر النظام الميكروفون `{ $name }` ويجب فتحه من جديد
    .wait = نفتحه الآن من جديد.
    .hint = { -plug-in }
device-lost-host = توقف نظام الصوت، وتوقف معه الميكروفون `{ $name }`
    .wait = يعود مع عودة نظام الصوت.
    .hint = { -plug-in }
device-lost-errors = لا يرسل الميكروفون `{ $name }` إلا أخطاء
    .wait = افصله ثم صِله من جديد.
    .hint = { -plug-in }
device-lost-changed = اختار النظام ميكروفونا آخر غير `{ $name }`
    .wait = نتابع بالميكروفون المختار الآن.
    .hint = { -plug-in }
device-lost-suspended = أدخل النظام الميكروفون `{ $name }` في وضع السكون
    .wait = أعد تشغيله من إعدادات الصوت في النظام، أو افصله ثم صِله من جديد.
    .hint = أعد تشغيله من إعدادات الصوت في النظام، أو اختر غيره بالخيار --device؛ ثم شغّل الأمر نفسه للمتابعة
device-lost-silent = لا يستجيب نظام الصوت، ولا يصل شيء من الميكروفون `{ $name }`
    .wait = نتابع متى استجاب نظام الصوت.
    .hint = أعد تشغيل خادم الصوت، ثم شغّل الأمر نفسه للمتابعة
device-no-audio = لا يصل أي صوت من الميكروفون `{ $name }`
    .wait = تأكد من أنه موصول ومشغّل.
    .hint = تأكد من أنه موصول وليس في وضع السكون، أو اختر غيره بالخيار --device
device-not-back =
    { $seconds ->
        [zero] لم يعد أي ميكروفون
        [one] لم يعد أي ميكروفون خلال ثانية واحدة
        [two] لم يعد أي ميكروفون خلال ثانيتين
        [few] لم يعد أي ميكروفون خلال { $seconds } ثوانٍ
        [many] لم يعد أي ميكروفون خلال { $seconds } ثانية
       *[other] لم يعد أي ميكروفون خلال { $seconds } ثانية
    }
    .hint = { -plug-in }
device-closed = الميكروفون مغلق
device-no-thread = تعذر بدء الجزء الذي يستمع إلى الميكروفون
device-search-ended = انتهى البحث عن ميكروفون
device-search-failed = تعذر بدء البحث عن ميكروفون
-plug-one-in = صِل ميكروفونا، أو سجّل من ملفات بالخيار --device file:المسار
device-no-card = لا يوجد ميكروفون: ليس في هذا الجهاز بطاقة صوت، ولا يستجيب أي خادم صوت
    .hint = { -plug-one-in }
device-none = لا يوجد ميكروفون: النظام لا يعرض أي ميكروفون
    .hint = { -plug-one-in }
device-missing =
    { $direction ->
        [output] لا يوجد مكبر صوت `{ $name }`
       *[input] لا يوجد ميكروفون `{ $name }`
    }
    .hint = { -devices }
device-silent =
    { $direction ->
        [output] لا يستجيب مكبر الصوت `{ $name }`
       *[input] لا يستجيب الميكروفون `{ $name }`
    }
    .hint = أعد تشغيل خادم الصوت، أو اختر جهازا آخر؛ الأمر `booth devices` يعرض المتاح
device-busy =
    { $direction ->
        [output] يستخدم برنامج آخر مكبر الصوت `{ $name }`
       *[input] يستخدم برنامج آخر الميكروفون `{ $name }`
    }
    .hint = أغلق البرنامج الآخر، أو اختر جهازا آخر؛ الأمر `booth devices` يعرض المتاح
device-denied =
    { $direction ->
        [output] لا يسمح النظام باستخدام مكبر الصوت `{ $name }`
       *[input] لا يسمح النظام باستخدام الميكروفون `{ $name }`
    }
    .hint =
        { $system ->
            [linux] اطلب الانضمام إلى المجموعة `audio`، أو شغّل خادم الصوت في سطح المكتب
           *[other] اسمح لهذه النافذة الطرفية باستخدامه من إعدادات الخصوصية في النظام
        }
device-is-file =
    { $direction ->
        [output] `{ $name }` ملف وليس مكبر صوت
       *[input] `{ $name }` ملف وليس ميكروفونا
    }
device-no-format =
    { $count ->
        [0] ليس في الميكروفون `{ $name }` أي من الصيغ { $usable }؛ فيه صيغ أخرى
       *[other] ليس في الميكروفون `{ $name }` أي من الصيغ { $usable }؛ فيه { $formats }
    }
    .hint = استخدم الجهاز نفسه مع plughw: بدلا من hw:، فهو يحوّل الصيغة، أو استخدم alsa:default
device-unusable =
    { $direction ->
        [output] لا يصلح `{ $name }` مكبرا للصوت: { $cause }
       *[input] لا يصلح `{ $name }` ميكروفونا: { $cause }
    }
    .hint = { -devices }
device-no-server = لا يوجد خادم صوت وراء `{ $name }`
    .hint = شغّل خادم الصوت في سطح المكتب، أو اختر جهازا آخر؛ الأمر `booth devices` يعرض المتاح
device-fails =
    { $direction ->
        [output] تعذر فتح مكبر الصوت `{ $name }`: { $cause }
       *[input] تعذر فتح الميكروفون `{ $name }`: { $cause }
    }
    .hint = { -devices }
playback-no-format = ليس في مكبر الصوت `{ $name }` صيغة يمكن تشغيلها
    .hint = اختر غيره؛ الأمر `booth devices` يعرض المتاح
playback-stopped = توقف مكبر الصوت `{ $name }` عن التشغيل عند الإطار { $played } من { $frames }
    .hint = اختر مكبر صوت آخر؛ الأمر `booth devices` يعرض المتاح

# The disk.

-may-write = اختر مجلدا يُسمح لك بالكتابة فيه، أو غيّر صلاحياته
storage-missing = لا يوجد ملف أو مجلد { $path }
storage-denied = لا يسمح النظام باستخدام { $path }: لا توجد صلاحية
    .hint = { -may-write }
storage-full = تعذر تخزين { $path }: القرص ممتلئ
    .hint = أفرغ بعض المساحة، ثم شغّل الأمر نفسه من جديد
storage-read-only = تعذر تخزين { $path }: نظام الملفات للقراءة فقط
    .hint = { -may-write }
storage-exists = { $path } موجود بالفعل
storage-failed = حدث خطأ في القرص أو النظام عند { $path }: { $cause }
-wait = انتظر حتى ينتهي، أو استخدم مجلدا آخر
storage-in-use = يستخدمه { $holder }
    .hint = { -wait }
storage-in-use-by-another = يستخدمه برنامج آخر يعمل الآن
    .hint = { -wait }
storage-held = يستخدمه { $holder }
    .hint = انتظر حتى ينتهي؛ وإذا كان لا أحد يعمل هنا (هذا القرص لا يستطيع القفل، وربما انقطع التيار)، فاحذف { $path } وابدأ من جديد
storage-no-locks = لا يستطيع هذا القرص قفل الملفات، كما في بعض المجلدات المشتركة على الشبكة: { $path }. نتابع، ويمنع ملف هناك تشغيل بوث مرة ثانية. ليعمل كمبيوتر واحد فقط في هذا المجلد في كل مرة، واحتفظ بنسخ احتياطية.
storage-journal = تعذرت الكتابة في سجل الجلسة من قبل
    .hint = شغّل الأمر نفسه من جديد؛ وما احتفظت به في أمان

# The sheet and the sitting.

sheet-empty = قائمة الجمل ليس فيها جمل بأي لغة
    .hint = اكتب الجمل في <language>.tsv بجانب sheet.toml، أو أعطِ مجلد قائمة جمل أخرى
sheet-languages = قائمة الجمل بعدة لغات: { $languages }
    .hint = حدد اللغة التي تُقرأ بالخيار --locale
sheet-no-prompt = ليس في قائمة الجمل جملة `{ $prompt }`
    .hint = الأمر `booth prompts show` يعرض معرّفات الجمل
sheet-unknown = لا يوجد مجلد `{ $place }` ولا قائمة جمل بهذا الاسم داخل البرنامج
    .hint = في البرنامج: { $names }؛ أو أعطِ المجلد الذي فيه sheet.toml
speaker-unknown = لا يُعرف من هو المتحدث
prompt-none = لا توجد جملة لتسجيلها
take-changed = عاد التسجيل متغيرا

# Consent.

-ask-again = شغّل `booth record` بدون --consent لتُسأل من جديد
consent-of-another = الموافقة للمتحدث `{ $given }` وليست للمتحدث `{ $wanted }`
    .hint = استخدم --speaker { $given }، أو إيصالا آخر
consent-of-another-text = الموافقة على نص غير النص المستخدم الآن
    .hint = { -ask-again }
receipts-no-place = لا مكان بجانب التسجيلات لإيصالات المتحدثين
    .hint = سجّل في مجلد خاص بالخيار --into
consent-yet-to-come = تاريخ الموافقة { $date }، ولم يأت بعد
    .hint = تأكد من أن ساعة هذا الكمبيوتر صحيحة
consent-ended = انتهت الموافقة في { $date }
    .hint = { -ask-again }
consent-without-asr = لم يوافق المشارك على التعرف على الكلام (asr)
    .hint = لا يُسجَّل شيء بدون ذلك؛ ويمكن تغيير الإجابة بطرح السؤال من جديد
consent-not-given = لن يُسجَّل شيء: لم يُسمح بالتعرف على الكلام
    .hint = تُسجَّل قائمة الجمل هذه من أجل التعرف على الكلام؛ ولم يُخزَّن أي شيء عنك
consent-open = لم يُجب عن كل أسئلة الموافقة
consent-not-signed = لم تُعط الموافقة
consent-missing = لا يُسجَّل شيء بدون إيصال الموافقة
    .hint = أجب عن أسئلة الموافقة، أو أعطِ إيصالا بالخيار --consent الملف
flags-of-consent = --yes مع --grant، أو --consent الملف
consent-unasked = لا يُسجَّل شيء بدون موافقة، ولا يمكن سؤال أحد هنا
    .hint = أجب باستخدام { $flag }
consent-adults = لا يمكن أن يسجل هنا وحده إلا من بلغ سن الرشد
    .hint = يُعطى إيصال ولي الأمر بالخيار --consent الملف
consent-no-text = لا يوجد نص موافقة للغة { $locale }
    .hint = اكتب consent/{ $locale }.txt بجانب sheet.toml
consent-no-use = `{ $scope }` ليس من الاستخدامات؛ المسموح به { $allowed }
consent-use-not-asked = لا نسأل هنا عن الاستخدام { $scope }؛ نسأل عن { $asked }
    .hint = لا تذكره، أو اطلب إضافته إلى `uses` في ملف المشروع
consent-no-licence = يحتاج الاستخدام { $scope } إلى ترخيص، ولم يُذكر أي ترخيص
    .hint = اذكره بالخيار --licence، مثل CC-BY-4.0، أو في ملف المشروع
consent-no-contact = ذُكرت وسيلة تواصل، ولم يُسمح بالاستخدام contact-again
    .hint = لا تستخدم --contact، أو اسمح بذلك بالخيار --grant contact-again
consent-not-kept = الموافقة لا تسمح بحفظ `{ $field }`
    .hint = لا تستخدم --about { $field }=…، أو أعطِ الموافقة من جديد بالخيار --yes
about-form = `{ $given }` ليس بالشكل KEY=VALUE، حيث KEY واحد من { $fields }
about-refused = لا يمكن حفظ الإجابة عن `{ $field }`: { $why }
about-long = الإجابة عن `{ $field }` أطول من الحد المسموح به (عدد الحروف: { $longest })

# The keyboard and the system.

answer-needed = تلزم إجابة: { $question }
    .hint = لا يمكن سؤال أحد هنا؛ أجب باستخدام { $flag }
answer-form = لا يُجاب عن `{ $question }` بهذا الشكل
answer-not-asked = لا يُسأل الآن عن `{ $question }`
answer-ended = انتهت الكتابة قبل وصول إجابة
interrupted = توقفنا كما طلبت
system-no-signal = تعذرت مراقبة Ctrl-C: { $cause }
system-no-random = لا يعطي النظام أرقاما عشوائية: { $cause }
system-epoch = قيمة SOURCE_DATE_EPOCH هي `{ $given }`؛ والمسموح به عدد صحيح من الثواني منذ 1970
system-json = لا يمكن كتابة إحدى القيم بصيغة JSON

## A bar that shows how far a long work is; what stands in quotes is filled in by the bar

progress-bar = { "{bar:32}" } { "{pos}" } من { "{len}" } { $unit }  { "{per_sec}" }  الباقي { "{eta}" }  { "{msg}" }

## Findings, the most important first: title, problem, what to do now, why it matters to a corpus

check-unreadable-file-title = ملف لا يمكن قراءته
check-unreadable-file-problem = تعذرت قراءة الصوت من هذا الملف.
check-unreadable-file-fix = انظر السبب أدناه: حوّل الملف أو انسخه من جديد. وإذا كان قد سُجّل للتو، فسجّله مرة أخرى.
check-unreadable-file-why = الملف الذي ينتهي قبل ما يقوله رأسه، أو الذي ليس صوتا، تقطعه برامج التدريب أو ترفضه، وغالبا دون أي تنبيه.

check-device-lost-title = انقطع الميكروفون
check-device-lost-problem = انقطع الميكروفون أو تغير أثناء التسجيل.
check-device-lost-fix = اقرأ الجملة مرة أخرى متى وُجد الميكروفون.
check-device-lost-why = ما قيل بعد تلك اللحظة مفقود، أو جاء من ميكروفون آخر؛ والباقي يبدو كاملا، فلا يلاحظ أحد ذلك لاحقا.

check-empty-file-title = لم يُسجَّل شيء
check-empty-file-problem = لم يُسجَّل أي صوت.
check-empty-file-fix = تأكد من أن الميكروفون موصول ومسموح باستخدامه.
check-empty-file-why = تسجيل بهذا القصر لا يحوي أي كلمة؛ ويعلّم النموذج أن النص يمكن أن يكون صمتا.

check-digital-silence-title = صمت فقط
check-digital-silence-problem = لم يصل إلا الصمت.
check-digital-silence-fix = الميكروفون مكتوم أو اختير غيره: ألغِ الكتم أو اختر ميكروفونا آخر.
check-digital-silence-why = الميكروفون العامل يتحرك دائما بأكثر من درجة واحدة: فهذا ميكروفون مكتوم أو مدخل خاطئ، وليس غرفة هادئة.

check-take-long-title = أطول من المسموح به
check-take-long-problem = هذا التسجيل أطول من المدة المسموح بها.
check-take-long-fix = اقرأ المعروض فقط، وأوقف التسجيل متى انتهيت منه.
check-take-long-why = لا أحد يقرأ جملة واحدة كل هذا الوقت: تُرك الميكروفون مفتوحا، أو هذا ملف آخر. وما زاد على المدة لا يُفحص، وقد تكون نهايته ناقصة.

check-computer-slept-title = نام الكمبيوتر
check-computer-slept-problem = دخل الكمبيوتر في وضع السكون، وما قيل في أثناء ذلك مفقود.
check-computer-slept-fix = اقرأ هذه الجملة مرة أخرى.
check-computer-slept-why = الكمبيوتر في وضع السكون، أو البرنامج الموقوف، لا يسجل شيئا؛ ويلتصق ما قبله بما بعده في وسط كلمة، ولا يمكن لأحد سماع ذلك لاحقا.

check-scale-wrong-title = مقياس خاطئ
check-scale-wrong-problem = قيم العينات أكبر بكثير من المقياس الكامل: حُفظت أعداد صحيحة بصيغة عشرية.
check-scale-wrong-fix = اقسم كل العينات على المقياس الكامل للأعداد الصحيحة الأصلية، وهو 32768 في حالة 16 بت، واحفظ الملف من جديد.
check-scale-wrong-why = المقياس الكامل للأعداد العشرية هو 1. والأعداد الصحيحة المحفوظة بهذا الشكل أكبر آلاف المرات: فتقصّها برامج التشغيل والتدريب وتصير ضجيجا.

check-capture-xrun-title = فُقد بعض الصوت
check-capture-xrun-problem = كان الكمبيوتر مشغولا جدا، ففُقد بعض الصوت.
check-capture-xrun-fix = أغلق البرامج الأخرى واقرأ الجملة مرة أخرى.
check-capture-xrun-why = العينات التي أسقطها الكمبيوتر ضاعت ووُصل ما حولها؛ ولا يمكن لأحد سماع ذلك في الصوت لاحقا، لذلك تُعدّ أثناء التسجيل.

check-dropout-silent-title = انقطع الصوت
check-dropout-silent-problem = انقطع الصوت لحظة.
check-dropout-silent-fix = افحص السلك أو الاتصال اللاسلكي واقرأ الجملة مرة أخرى.
check-dropout-silent-why = الفجوة المملوءة في وسط الصوت دفعة ضاعت في السلك أو الاتصال اللاسلكي أو برنامج التشغيل، وهي ثقب في كلمة.

check-no-speech-title = لا كلام
check-no-speech-problem = لم يُسمع أي كلام.
check-no-speech-fix = افحص الميكروفون واقرأ الجملة بصوت مسموع.
check-no-speech-why = التسجيل الذي لا كلام فيه تحت نص يعلّم نظام التعرف على الكلام أن يكتب كلمات للضجيج.

check-dropout-repeat-title = صوت مكرر
check-dropout-repeat-problem = كرر الميكروفون قطعة من الصوت.
check-dropout-repeat-fix = اقرأ الجملة مرة أخرى؛ وإذا تكرر ذلك، فاستخدم مقبس USB آخر.
check-dropout-repeat-why = برنامج التشغيل الذي يعيد دفعة من الصوت يُحدث تلعثما لا يصدر عن فم؛ فالصوت الطبيعي لا يتكرر أبدا حتى آخر بت.

check-clipped-title = عالٍ جدا ومشوه
check-clipped-problem = التسجيل عالٍ جدا، فتشوه الصوت.
check-clipped-fix = اخفض مستوى صوت الميكروفون أو ابتعد عنه مقدار كف.
check-clipped-why = القمم المقصوصة لا يمكن إصلاحها، ويسمعها النموذج كصوت شخص آخر. ويبحث الفحص عن حد القص في التسجيل نفسه، فخفض صوت تسجيل مقصوص لا يخفيه.

check-start-cut-title = البداية مقطوعة
check-start-cut-problem = كان هناك من يتكلم عندما بدأ التسجيل.
check-start-cut-fix = ابدأ بعد لحظة؛ وإن لم تكن أنت المتكلم، فانتظر حتى يهدأ المكان.
check-start-cut-why = أول صوت في الكلمة مفقود، فيختلف النص والصوت في الموضع الذي يطابق النموذج بينهما عنده.

check-end-cut-title = النهاية مقطوعة
check-end-cut-problem = كان هناك من لا يزال يتكلم عندما انتهى التسجيل.
check-end-cut-fix = انتظر لحظة قبل الإيقاف؛ وإن لم تكن أنت المتكلم، فأعد القراءة عندما يهدأ المكان.
check-end-cut-why = نهاية الكلمة الأخيرة مفقودة، فيختلف النص والصوت في الموضع الذي يطابق النموذج بينهما عنده.

check-read-incomplete-title = أقصر من النص
check-read-incomplete-problem = هذا أقصر مما تحتاج إليه الجملة.
check-read-incomplete-fix = هل قُرئت كلها؟ اقرأها مرة أخرى من أولها إلى آخرها.
check-read-incomplete-why = الكلمات الموجودة في النص دون الصوت أسوأ أنواع الخطأ في البيانات. ويكشفها زمن القراءة متى عُرفت سرعة المتحدث.

check-read-too-long-title = أطول من النص
check-read-too-long-problem = هذا أطول مما تحتاج إليه الجملة.
check-read-too-long-fix = هل قُرئت مرتين، أو قيل شيء آخر معها؟ اقرأ الجملة مرة واحدة فقط، ولا تضف إليها شيئا.
check-read-too-long-why = النص المقروء مرتين، أو مع كلمات أخرى، في صوته كلمات ليست في النص.

check-prompt-mismatch-title = ليست هذه الجملة
check-prompt-mismatch-problem = ما سُمع ليس هو الجملة المعروضة.
check-prompt-mismatch-fix = اقرأها كما هي مكتوبة.
check-prompt-mismatch-why = القراءة السليمة لجملة أخرى تنجح في كل فحوص الصوت؛ ولا يكشفها إلا كلمات نظام التعرف على الكلام.

check-duplicate-exact-title = التسجيل نفسه مرة أخرى
check-duplicate-exact-problem = هذا التسجيل مطابق تماما لتسجيل آخر.
check-duplicate-exact-fix = اقرأ الجملة؛ فلكل جملة قراءة خاصة بها.
check-duplicate-exact-why = وجود التسجيل نفسه تحت جملتين يعني أن أحد النصين خطأ؛ ووجوده مرتين تحت جملة واحدة يحسب الصوت الواحد صوتين.

check-duplicate-near-title = نسخة من تسجيل آخر
check-duplicate-near-problem = يبدو أن هذا نسخة من تسجيل آخر.
check-duplicate-near-fix = اقرأ الجملة؛ فلكل جملة قراءة خاصة بها.
check-duplicate-near-why = النسخة التي جُعلت أعلى أو أقصر أو أكثر ضجيجا ليست قراءة ثانية.

check-noisy-title = ضوضاء في الخلفية
check-noisy-problem = ضوضاء الخلفية أكثر من اللازم.
check-noisy-fix = أغلق النافذة، وأوقف المراوح، واقترب من الميكروفون.
check-noisy-why = ترتفع أخطاء التعرف على الكلمات ارتفاعا حادا عندما يكون الفرق بين الضوضاء والصوت أقل من 10 dB.

check-narrowband-title = كصوت الهاتف
check-narrowband-problem = هذا الصوت كصوت الهاتف.
check-narrowband-fix = ربما كانت سماعة الرأس في وضع المكالمات؛ استخدم سلكا أو الميكروفون المدمج في الجهاز.
check-narrowband-why = نطاق الهاتف تنقصه الأصوات التي تميز السين من الفاء؛ وإذا خُلط بمجموعة بيانات واسعة النطاق علّم النموذج الجهاز بدلا من اللغة.

check-format-low-title = صيغة التسجيل دون المطلوب
check-format-low-problem = صيغة التسجيل أقل جودة مما يحتاج إليه هذا المشروع.
check-format-low-fix = اضبط الجهاز على 16 بت وعلى المعدل المطلوب على الأقل.
check-format-low-why = المعدل أو عدد البتات الأقل مما يطلبه المشروع لا يمكن تعويضه بتحويل الملف.

check-channel-dead-title = الصوت في جهة واحدة
check-channel-dead-problem = من اليمين واليسار، جهة واحدة فقط فيها صوت.
check-channel-dead-fix = نستخدم تلك الجهة؛ وافحص القابس إن كنت تقصد الجهتين.
check-channel-dead-why = إحدى الجهتين لا صوت فيها: القابس غير مُدخل تماما، أو كان المقصود الميكروفون الآخر.

check-channels-inverted-title = كل جهة تلغي الأخرى
check-channels-inverted-problem = تلغي كل من جهتي الصوت الأخرى.
check-channels-inverted-fix = اضبط الميكروفون على صوت أحادي (mono).
check-channels-inverted-why = تلغي كل جهة الأخرى عند دمجهما في واحدة، فيصير الكلام ضعيفا أو يختفي.

check-channels-differ-title = صوتان في جهتين
check-channels-differ-problem = في كل جهة صوت مختلف، ولا تُستخدم إلا جهة واحدة.
check-channels-differ-fix = اجعل كل جهة ملفا مستقلا، أو سجّل شخصا واحدا في كل مرة.
check-channels-differ-why = في المكالمة أو المقابلة شخص في كل جهة. تُستخدم جهة وتُترك الأخرى: فكلماتها مفقودة، أو هي في النص وليست في الصوت.

check-too-quiet-title = خافت جدا
check-too-quiet-problem = يصعب سماع صوتك في هذا التسجيل.
check-too-quiet-fix = اقترب من الميكروفون أو ارفع مستوى صوته.
check-too-quiet-why = الصوت الخافت جدا أقرب إلى ضجيج الجهاز، ويسمع النموذج الاثنين معا عند رفع الصوت.

check-noise-gated-title = انقطاع بين الكلمات
check-noise-gated-problem = يقطع الجهاز الصوت بين الكلمات.
check-noise-gated-fix = أوقف خاصية إزالة الضوضاء.
check-noise-gated-why = إزالة الضوضاء تقطع معها الأنفاس والنهايات الخافتة، وتترك فراغات لا توجد في أي غرفة.

check-limited-title = الأجزاء العالية مضغوطة
check-limited-problem = الأجزاء العالية من الصوت مضغوطة.
check-limited-fix = أوقف تقوية الميكروفون والضبط التلقائي للصوت، أو اخفض مستوى صوت الميكروفون.
check-limited-why = الضبط التلقائي والتقوية والمحدِّدات تضغط الأصوات العالية، والتسجيل المقصوص الذي غُيّر معدله يبدو كذلك تماما.

check-hum-50-title = طنين كهربائي، 50 Hz
check-hum-50-problem = هناك طنين كهربائي.
check-hum-50-fix = افصل الشاحن أو استخدم مقبسا أو سلكا آخر.
check-hum-50-why = طنين الكهرباء تحت كل كلمة في الجلسة؛ إزالته عند القابس سهلة وإزالته لاحقا صعبة.

check-hum-60-title = طنين كهربائي، 60 Hz
check-hum-60-problem = هناك طنين كهربائي.
check-hum-60-fix = افصل الشاحن أو استخدم مقبسا أو سلكا آخر.
check-hum-60-why = طنين الكهرباء تحت كل كلمة في الجلسة؛ إزالته عند القابس سهلة وإزالته لاحقا صعبة.

check-rumble-title = هدير منخفض
check-rumble-problem = هناك هدير منخفض.
check-rumble-fix = ارفع الميكروفون عن الطاولة واحمه من الهواء.
check-rumble-why = الخطوات والريح والطاولات تملأ أدنى نطاق؛ والمرشح يزيل ذلك، لكن سببه كثيرا ما يُسمع كطرق أيضا.

check-click-noise-title = نقرة أو طرقة
check-click-noise-problem = هناك نقرة أو طرقة قرب الكلام.
check-click-noise-fix = لا تلمس الطاولة، وانتظر لحظة قبل أن تضغط المفتاح.
check-click-noise-why = ضغطات المفاتيح والطرقات قرب الكلام تصير أصواتا قد يتعلم النموذج أن يتوقعها هناك.

check-reverberant-title = في الغرفة صدى
check-reverberant-problem = يرتد صوتك من الجدران.
check-reverberant-fix = انتقل إلى غرفة فيها ستائر أو سرير، واقترب من الميكروفون.
check-reverberant-why = الغرفة ذات الصدى تخلط كل صوت بما يليه؛ والصدى يمكن إضافته لاحقا، ولا يمكن إزالته أبدا.

check-level-changed-title = أعلى أو أخفض من قبل
check-level-changed-problem = الصوت أعلى أو أخفض بكثير من ذي قبل.
check-level-changed-fix = اجلس كما كنت في البداية.
check-level-changed-why = التغير المفاجئ في مستوى الصوت يعني أن المتحدث أو الميكروفون تحرك، وتغيرت معه بقية الجلسة.

check-room-changed-title = تغيرت الخلفية
check-room-changed-problem = صارت ضوضاء الخلفية أعلى مما كانت في البداية.
check-room-changed-fix = هل شُغّل شيء ما؟ أوقفه، أو انتظر.
check-room-changed-why = شُغّل شيء ما. وملاحظة ذلك بعد جملة واحدة خير من ملاحظته بعد مئة.

check-upsampled-title = جودة أقل من المضبوطة
check-upsampled-problem = يعطي الميكروفون جودة صوت أقل من الجودة المضبوط عليها.
check-upsampled-fix = اختر من إعدادات الصوت معدل العينات الأصلي للميكروفون.
check-upsampled-why = الملف أكبر مما فيه، والنموذج المعد للكلام واسع النطاق يتعلم أن الترددات العالية صمت.

check-peak-hot-title = يكاد يكون عاليا جدا
check-peak-hot-problem = الصوت يكاد يكون أعلى من اللازم.
check-peak-hot-fix = اخفض مستوى صوت الميكروفون قليلا.
check-peak-hot-why = لم يبق متسع يُذكر: الكلمة التالية الأعلى ستُقص.

check-dc-offset-title = إزاحة كهربائية
check-dc-offset-problem = يضيف مدخل الميكروفون إلى الصوت إزاحة كهربائية ثابتة.
check-dc-offset-fix = اقرأ الجملة مرة أخرى. وإذا تكرر ذلك، فاستخدم مقبسا آخر أو ميكروفونا آخر.
check-dc-offset-why = الإزاحة الثابتة تقلل المدى المتاح وتُحدث نقرة عند كل قطع؛ ومعظم الأجهزة لا إزاحة فيها.

check-pause-long-title = توقف طويل
check-pause-long-problem = هناك توقف طويل في الوسط.
check-pause-long-fix = اقرأ الجملة دفعة واحدة.
check-pause-long-why = التوقف الطويل في الوسط كثيرا ما يكون تقليب صفحة أو محاولة ثانية.

check-lead-silence-long-title = صمت طويل في البداية
check-lead-silence-long-problem = هناك صمت طويل في البداية.
check-lead-silence-long-fix = لا حاجة إلى فعل شيء: سيُقطع هذا الصمت. وفي المرة القادمة ابدأ القراءة بعد قليل من ظهور «يجري التسجيل».
check-lead-silence-long-why = الصمت يكلف مساحة تخزين ووقت تدريب؛ ويُقطع دون أن يضيع شيء.

check-trail-silence-long-title = صمت طويل في النهاية
check-trail-silence-long-problem = هناك صمت طويل في النهاية.
check-trail-silence-long-fix = لا حاجة إلى فعل شيء: سيُقطع هذا الصمت. وفي المرة القادمة اضغط Enter بعد قليل من الكلمة الأخيرة.
check-trail-silence-long-why = الصمت يكلف مساحة تخزين ووقت تدريب؛ ويُقطع دون أن يضيع شيء.

check-mos-low-title = قد لا يكون الصوت جيدا
check-mos-low-problem = ربما لا يكون هذا الصوت جيدا.
check-mos-low-fix = استمع إليه، وأعد القراءة إن كان كذلك.
check-mos-low-why = رأي ثانٍ في جودة الصوت؛ ولا يكاد هذا النموذج يلاحظ القص والنطاق الضيق، فلا يغني عن أي فحص آخر.

check-speech-doubtful-title = قد لا يكون كلاما
check-speech-doubtful-problem = ربما لا يكون هذا كلاما.
check-speech-doubtful-fix = استمع إليه، وأعد القراءة إن لم يكن فيه أحد يتكلم.
check-speech-doubtful-why = ما حسبه الكاشف كلاما قد يكون موسيقى أو سعالا أو صوت باب.

check-channels-identical-title = جهتان متطابقتان
check-channels-identical-problem = الجهتان متطابقتان: نخزن واحدة فقط.
check-channels-identical-fix = لا حاجة إلى فعل شيء؛ والصوت الأحادي (mono) يوفر المساحة.
check-channels-identical-why = لا خطأ في ذلك؛ لكن الملف ضعف الحجم اللازم.

## Findings that come from no check

check-interrupted-title = انقطع التسجيل
check-interrupted-problem = انقطع التسجيل قبل تمامه بسبب عطل أو أمر بالإيقاف.
check-interrupted-fix = استمع إلى نهايته؛ وأعد القراءة إن ضاعت كلمة.
check-interrupted-why = الكلمة المقطوعة موجودة في النص وليست في الصوت، وتعلّم النموذج أن يحذف كلمات.

check-file-altered-title = تغير الملف
check-file-altered-problem = هذا الملف ليس الملف الذي سُجّل.
check-file-altered-fix = أعد الملف المسجل إلى مكانه، أو سجّله من جديد.
check-file-altered-why = لا أحد يستطيع أن يقول ما في ملف تغير بعد الحكم عليه: فالحكم والنص والموافقة تخص ملفا آخر.

check-file-missing-title = الملف مفقود
check-file-missing-problem = الملف غير موجود.
check-file-missing-fix = أعده من نسخة احتياطية، أو سجّله من جديد.
check-file-missing-why = النص بدون صوته لا يعلّم شيئا، وما يُحسب منه خطأ.
