# The words that a contributor can meet, in Urdu.
#
# Plain spoken standard Urdu of Pakistan, the reader addressed as آپ with requests in -یں (پڑھیں، چنیں), as in the sheet
# and the consent text; nothing that would need the reader's gender.
#
# recording (take) ریکارڈنگ, sentence (prompt, reading) جملہ, sitting نشست, microphone مائیکروفون, loudspeaker اسپیکر,
# break وقفہ, keep رکھنا, skip and leave out چھوڑنا, receipt رسید, consent رضامندی, withdrawal code واپسی کوڈ, sheet
# جملوں کا پرچہ (list of all sentences: فہرست), the person who speaks بولنے والا, licence لائسنس, muted میوٹ, volume
# والیوم, key بٹن.

## Verdicts

verdict-pass = عمدہ
verdict-warn = ٹھیک
verdict-reject = دوبارہ

## The start of a sitting

welcome-head = { $title }  ({ $locale }، بولنے والا { $speaker }، { $device })
welcome-going-on = آگے چلتے ہیں۔ مکمل جملے: { $readings } میں سے { $kept }۔
welcome-another = پچھلی بار مائیکروفون { $before } تھا؛ اب { $now } ہے۔
welcome-readings =
    { $count ->
        [one] 1 جملہ پڑھنا ہے۔
       *[other] { $count } جملے پڑھنے ہیں۔
    }
welcome-longest = ایک ریکارڈنگ زیادہ سے زیادہ { $length } کی ہو سکتی ہے۔ اس سے لمبی ریکارڈنگ خود رک جاتی ہے اور کام میں نہیں آ سکتی۔
welcome-patience = جو ریکارڈنگ اپنے جملے کی ضرورت سے بہت لمبی چلے، وہ خود رک جاتی ہے۔
welcome-listening =
    مائیکروفون اب سے آخر تک چالو ہے۔ ایک Enter سے اگلے Enter تک کی آواز، اس سے پہلے اور بعد کے آدھے آدھے سیکنڈ کے ساتھ، رکھی جاتی ہے۔
welcome-keys = سارے بٹن دیکھنے کے لیے ? اور Enter دبائیں؛ ہر حرف کے بعد Enter دبانا ہے۔
recovered-saved =
    { $count ->
        [one] پچھلی نشست بیچ میں رک گئی تھی۔ 1 ادھوری ریکارڈنگ بچا لی گئی ہے۔
       *[other] پچھلی نشست بیچ میں رک گئی تھی۔ { $count } ادھوری ریکارڈنگز بچا لی گئی ہیں۔
    }
session-unreadable =
    ریکارڈنگز کا ایک فولڈر پڑھا نہیں جا سکا اور جیسا ہے ویسا ہی رہے گا: { $path } ({ $cause })۔ یہ اسے دکھائیں جو آپ کی مدد کرتا ہو۔
recovered-torn = پچھلی نشست بیچ میں رک گئی تھی۔ آپ نے جو رکھا تھا وہ سب محفوظ ہے۔

clock-early = اس کمپیوٹر کی تاریخ { $date } ہے، جو اس پروگرام کے بننے سے پہلے کی ہے۔ تاریخ اور وقت درست کریں، پھر دوبارہ شروع کریں: اس تاریخ کی ریکارڈنگز اور ان کے ساتھ کی رضامندی بعد میں کام نہیں آ سکتیں۔
clock-late = اس کمپیوٹر کی تاریخ { $date } ہے، جو بہت دور کی ہے۔ تاریخ اور وقت درست کریں، پھر دوبارہ شروع کریں: اس تاریخ کی ریکارڈنگز اور ان کے ساتھ کی رضامندی بعد میں کام نہیں آ سکتیں۔

## The room

room-listening =
    { $seconds ->
        [one] براہ کرم 1 سیکنڈ خاموش رہیں: کمرے کا شور ناپا جا رہا ہے۔
       *[other] براہ کرم { $seconds } سیکنڈ خاموش رہیں: کمرے کا شور ناپا جا رہا ہے۔
    }
room-silent = کوئی آواز نہیں۔
room-silent-advice = صرف خاموشی آ رہی ہے۔ کیا مائیکروفون میوٹ ہے، یا کوئی دوسرا مائیکروفون چننا تھا؟
room-loud = کمرے میں شور ہے۔
room-loud-advice = کھڑکی بند کریں، پنکھے بند کریں یا مائیکروفون کے قریب آئیں۔
room-quiet = کمرہ کافی خاموش ہے۔
room-keys = Enter: پھر سے ناپیں   g: پھر بھی آگے چلیں   q: آج یہیں روکیں

## The prompt and the take

media-sound = پہلے ایک مثال سنائی جائے گی۔ وہ ختم ہو جائے تو بولیں؛ e: پھر سے سنیں
media-picture = یہ تصویر دیکھیں اور اس کے ساتھ کی بات بولیں: { $path }
prompt-place = { $readings } میں سے { $number }
prompt-reading = { $repeat } میں سے باری { $repetition }
prompt-again = ایک بار پھر
prompt-kept = رکھی گئی
prompt-of-attempts = { $attempts } میں سے ریکارڈنگ { $attempt }
take-length = { $seconds } سیکنڈ
take-stopped-long = یہ ریکارڈنگ مقررہ حد ({ $length }) سے لمبی ہو گئی، اس لیے روک دی گئی۔
length-minutes = { $count } منٹ
length-seconds = { $count } سیکنڈ
take-also = یہ بھی: { $titles }
take-device = یہ مائیکروفون اس سے بہتر آواز نہیں دے سکتا۔
finding-said = { $problem } { $fix }
meter-clipped = بہت اونچی
slept =
    { $seconds ->
        [one] کمپیوٹر 1 سیکنڈ کے لیے سو گیا تھا۔ یہیں سے آگے چلتے ہیں۔
       *[other] کمپیوٹر { $seconds } سیکنڈ کے لیے سو گیا تھا۔ یہیں سے آگے چلتے ہیں۔
    }
device-searched = مائیکروفون کو ہر سیکنڈ ڈھونڈا جا رہا ہے، زیادہ سے زیادہ ایک منٹ تک۔ ملتے ہی کام آگے چلے گا؛ q: آج یہیں روکیں
device-muted = مائیکروفون { $name } میوٹ ہو گیا: صرف خاموشی ریکارڈ ہو رہی ہے۔ سسٹم کی ساؤنڈ سیٹنگز میں اسے چالو کریں۔
device-unmuted = مائیکروفون { $name } پھر چالو ہے۔
device-back = مائیکروفون پھر مل گیا: { $name }۔ آگے چلتے ہیں۔

## What holds for a microphone, before the first prompt, and what to do about it

remark-monitor = یہ مائیکروفون نہیں ہے: یہ وہی ریکارڈ کرتا ہے جو اسپیکر پر بجتا ہے۔
    .wait = کوئی مائیکروفون --device سے چنیں؛ ان کی فہرست `booth devices` سے ملے گی۔
remark-unplugged = اس مائیکروفون کے ساکٹ میں کچھ نہیں لگا ہوا۔
    .wait = مائیکروفون لگائیں، یا کوئی دوسرا --device سے چنیں؛ ان کی فہرست `booth devices` سے ملے گی۔
remark-muted = یہ مائیکروفون میوٹ ہے۔
    .wait = سسٹم کی ساؤنڈ سیٹنگز میں اسے چالو کریں۔
remark-volume = سسٹم میں اس مائیکروفون کا والیوم { $percent }% ہے۔
    .wait = ساؤنڈ سیٹنگز میں اسے 100% کریں، اور ضرورت ہو تو خود ذرا اونچا یا دھیما بولیں۔
remark-telephone = اس مائیکروفون کی آواز ٹیلی فون جیسی ہے ({ $rate })۔
    .wait = کال موڈ میں وائرلیس ہیڈسیٹ کی آواز ایسی ہوتی ہے۔ تار والا ہیڈسیٹ یا کمپیوٹر میں لگا مائیکروفون استعمال کریں۔
remark-narrow = یہ مائیکروفون { $rate } پر چلتا ہے؛ { $wanted } Hz چاہیے۔
    .wait = سسٹم کی ساؤنڈ سیٹنگز میں زیادہ شرح چنیں، یا کوئی دوسرا مائیکروفون لیں۔

## What the recorder noticed

capture-lost = کمپیوٹر بہت مصروف تھا اور کچھ آواز رہ گئی۔
capture-stalled = لمحے بھر کے لیے مائیکروفون سے کوئی آواز نہیں آئی۔
capture-missing = اس ریکارڈنگ میں کچھ آواز کم ہے۔
capture-silent = صرف خاموشی آئی۔
capture-clock = مائیکروفون کی گھڑی { $measured } Hz پر چلتی ہے، { $stated } پر نہیں۔

## What the booth is doing

phase-idle = نشست ابھی شروع نہیں ہوئی۔
phase-showing = تیار۔
phase-recording = ریکارڈنگ جاری ہے۔
phase-judging = ایک لمحہ رکیں۔
phase-verdict = اسے رکھیں، یا جملہ دوبارہ پڑھیں۔
phase-paused = وقفہ۔
nobody-heard = دو بار کسی کی آواز نہیں آئی۔ کیا آپ موجود ہیں؟
phase-done = سب پڑھ لیا گیا۔
phase-finished = نشست ختم ہوئی۔
done-all =
    { $readings ->
        [one] ایک ہی جملہ تھا، وہ رکھ لیا گیا ہے۔
       *[other] تمام { $readings } جملے رکھ لیے گئے ہیں۔
    }
done-some = فی الحال اتنا ہی۔ رکھے گئے: { $readings } میں سے { $kept }؛ چھوڑے گئے: { $left }۔
done-limit = آج کے لیے اتنا ہی پڑھنا تھا۔ رکھے گئے: { $readings } میں سے { $kept }۔

## The list of all sentences

reading-kept = رکھا گیا
reading-left-out = چھوڑا گیا
reading-open = پڑھنا ہے
reading-none = `{ $given }` فہرست کا کوئی جملہ نہیں؛ 1 سے { $readings } تک کا نمبر دیں۔ l: پوری فہرست
report-ask = اس جملے میں کیا غلط ہے؟
report-spelling = اس میں لکھنے کی غلطی ہے
report-unnatural = ایسے کوئی نہیں بولتا
report-unclear = اسے دو طرح سے پڑھا جا سکتا ہے
report-unfit = اسے بلند آواز سے پڑھنا مجھے ٹھیک نہیں لگتا
report-other = کچھ اور
report-keys = نمبر لکھیں، چاہیں تو اس کے بعد اور بھی کچھ لکھیں۔ Enter: رہنے دیں
report-thanks = شکریہ: آپ کی بات پہنچا دی گئی ہے۔
report-none = کچھ نہیں پہنچایا گیا۔

## Keys

keys-showing = Enter: ریکارڈ کریں   s: چھوڑیں   b: پیچھے   q: آج یہیں روکیں
keys-recording = اب پڑھیں۔ Enter: روکیں
keys-verdict = Enter: رکھیں   r: دوبارہ پڑھیں   p: سنیں   s: چھوڑیں   b: پیچھے
keys-rejected = Enter: دوبارہ پڑھیں   k: پھر بھی رکھیں   p: سنیں   s: چھوڑیں
keys-kept = Enter: آگے   r: دوبارہ پڑھیں   p: سنیں   d: مٹائیں   b: پیچھے
keys-attempts = <  >: پہلے کی یا بعد کی ریکارڈنگ
keys-delete = یہ ریکارڈنگ ہمیشہ کے لیے مٹائیں؟ اسے کوئی واپس نہیں لا سکتا۔   d: مٹائیں   Enter: نہیں
keys-paused = Enter: آگے چلیں   q: آج یہیں روکیں
keys-done = Enter: ختم کریں   b: آخری جملے پر جائیں   u: پچھلا فیصلہ واپس لیں   l: پوری فہرست
keys-hands-free = تیار ہونے پر ہر جملہ پڑھیں؛ اگلا خود آ جائے گا۔ q: آج یہیں روکیں   w: وقفہ   ?: سارے بٹن
key-unknown = بٹن `{ $key }` یہاں کام نہیں کرتا؛ سارے بٹن ? سے نظر آئیں گے۔
key-arrows = تیر اور دوسرے خاص بٹن یہاں کام نہیں کرتے؛ سارے بٹن ? سے نظر آئیں گے۔
help-enter = ریکارڈ کریں؛ روکیں؛ اچھی ریکارڈنگ رکھیں؛ جو ٹھیک نہ ہو اسے دوبارہ پڑھیں
    .key = Enter
help-keep = یہ ریکارڈنگ رکھیں
    .key = k
help-redo = دوبارہ پڑھیں؛ جب تک آپ دوسری نہ رکھیں، یہ ریکارڈنگ باقی رہتی ہے
    .key = r
help-play = یہ ریکارڈنگ سنیں؛ جملہ سامنے ہو تو اس کی آخری ریکارڈنگ
    .key = p
help-hear = اس جملے کی مثال پھر سے سنیں
    .key = e
help-skip = چھوڑیں، چاہیں تو وجہ کے ساتھ؛ جملہ آخر میں پھر آتا ہے
    .key = s [وجہ]
help-report = بتائیں کہ اس جملے میں کچھ غلط ہے
    .key = x [کیا]
help-back = پچھلے جملے پر جائیں
    .key = b
help-choose = اسی جملے کی پہلے کی یا بعد کی ریکارڈنگ دیکھیں
    .key = <  >
help-undo = پچھلا فیصلہ واپس لیں، جتنی بار چاہیں
    .key = u
help-delete = یہ ریکارڈنگ ہمیشہ کے لیے مٹائیں؛ پہلے پوچھا جاتا ہے
    .key = d
help-list = تمام جملوں کی فہرست، اور ہر ایک کا کیا ہوا
    .key = l
help-goto = فہرست میں اس نمبر کے جملے پر جائیں
    .key = g نمبر
help-help = بٹنوں کی یہ فہرست
    .key = ?
help-pause = وقفہ لیں
    .key = w
help-mode = ریکارڈنگ کیسے رکے: آپ کے ہاتھ سے، چپ ہونے پر، یا سب کچھ خود؛ ہر m پر اگلا طریقہ آتا ہے
    .key = m
help-quit = آج کے لیے روکیں؛ اگلی بار یہیں سے شروع ہوگا
    .key = q
help-interrupt = فوراً روکیں؛ آپ نے جو رکھا ہے وہ محفوظ ہے
    .key = Ctrl-C

## Why a command cannot be followed now

refusal-recording = ریکارڈنگ چل رہی ہے۔ پہلے Enter دبا کر اسے روکیں۔
refusal-not-recording = ابھی کچھ ریکارڈ نہیں ہو رہا۔
refusal-judging = ایک لمحہ رکیں، ریکارڈنگ دیکھی جا رہی ہے۔
refusal-undecided = پہلے اس ریکارڈنگ کو رکھیں یا جملہ دوبارہ پڑھیں۔
refusal-no-take = اس جملے کی ابھی کوئی ریکارڈنگ نہیں۔
refusal-no-sound = اس جملے کے ساتھ سننے کے لیے کوئی مثال نہیں۔
refusal-silent = اس میں کسی کی آواز نہیں، اس لیے یہ رکھی نہیں جا سکتی۔ جملہ دوبارہ پڑھیں یا چھوڑ دیں۔
refusal-cut-short = یہ ریکارڈنگ بیچ میں کٹ گئی، اس لیے رکھی نہیں جا سکتی۔ جملہ دوبارہ پڑھیں۔
refusal-no-such-take = اس طرف اس جملے کی کوئی اور ریکارڈنگ نہیں۔
refusal-elsewhere = یہ ریکارڈنگ پہلے کی ایک نشست کی ہے جو دوسرے آلات سے ہوئی تھی؛ اسے یہاں سے مٹایا نہیں جا سکتا۔
refusal-not-asked = کچھ پوچھا نہیں گیا۔
refusal-nothing-to-undo = اس نشست میں ایسا کوئی فیصلہ نہیں جو واپس لیا جا سکے۔
refusal-unseen = یہ اس وقت آیا جب جواب دینے کے لیے ابھی کچھ تھا ہی نہیں۔
refusal-done = سب پڑھ لیا گیا۔ پہلے کسی جملے پر واپس جائیں۔
refusal-kept = یہ پہلے ہی رکھی جا چکی ہے۔
refusal-nothing-before = اس سے پہلے کچھ نہیں۔
refusal-unknown-prompt = جملوں کے پرچے میں ایسا کوئی جملہ نہیں۔
refusal-paused = ابھی وقفہ ہے۔ آگے چلنے کے لیے Enter دبائیں۔
refusal-not-paused = ابھی وقفہ نہیں چل رہا۔
refusal-device-lost = مائیکروفون موجود نہیں۔ کوئی مائیکروفون ملتے ہی کام آگے چلے گا۔
refusal-not-open = نشست ختم ہو چکی ہے۔

## Why a recording stopped

stop-user = آپ نے اسے روکا۔
stop-end = آواز ختم ہو گئی۔
stop-length = ریکارڈنگ مقررہ حد سے لمبی ہو گئی۔
stop-interrupted = نشست بیچ میں ختم کی گئی۔
stop-device-lost = مائیکروفون ہٹ گیا۔
stop-disk = اسے محفوظ نہیں کیا جا سکا۔
stop-discarded = یہ غلطی سے شروع ہوئی تھی؛ کوئی ریکارڈنگ نہیں بنے گی۔
stop-unknown = ریکارڈنگ رک گئی۔

## The end of a sitting

close-finished = سب پڑھ لیا گیا۔
close-limit = اس نشست کا وقت پورا ہوا۔
close-quit = آج کے لیے روکا گیا۔
close-interrupted = آپ کے کہنے پر روکا گیا۔
close-nobody = کسی کی آواز نہیں آئی، اس لیے روکا گیا۔
close-error = نشست ختم کرنی پڑی۔
close-device-changed = مائیکروفون بدل گیا۔
close-recovered = جو بیچ میں رکا تھا وہ ٹھیک کر دیا گیا ہے۔
close-unknown = نشست ختم ہوئی۔
farewell-given =
    { $count ->
        [one] اس نشست میں آپ نے 1 جملہ دیا، اب تک کل { $all } ({ $minutes } منٹ)۔
       *[other] اس نشست میں آپ نے { $count } جملے دیے، اب تک کل { $all } ({ $minutes } منٹ)۔
    }
farewell-done = سب مکمل ہو گیا۔ شکریہ!
farewell-left =
    { $count ->
        [one] 1 جملہ باقی ہے۔ آگے چلنے کے لیے:
       *[other] { $count } جملے باقی ہیں۔ آگے چلنے کے لیے:
    }
farewell-where = آپ کی ریکارڈنگز یہاں ہیں: { $path }
farewell-contact = انہیں { $name } کو دیں، { $contact }۔
farewell-contact-unnamed = انہیں اس شخص کو دیں جس نے آپ سے ریکارڈ کرنے کو کہا ہے۔

## Questions

question-speaker = کون پڑھ رہا ہے: { $speakers }؟ (Enter: کوئی نیا شخص)
question-new-speaker = یہاں `{ $speaker }` نام کا کوئی نہیں۔ نئے شخص کے طور پر شروع کرنے کے لیے اسے ایک بار اور لکھیں، یا وہ نام لکھیں جو لکھنا تھا:
question-adult = میں اپنے ملک کے قانون کے مطابق بالغ ہوں
question-contact = آپ سے رابطہ کیسے کیا جائے؛ یہ ریکارڈنگز سے الگ رکھا جاتا ہے
page-more = Enter: آگے پڑھیں
form-uses = میری رضامندی ان کے لیے ہے
form-about = آپ کے بارے میں، اگر آپ بتانا چاہیں
form-ticked = [x]
form-open = [ ]
form-needed = (ضروری)
form-left-out = -
form-keys =
    نشان لگانے یا ہٹانے کے لیے سطر کا نمبر لکھ کر Enter دبائیں، یا نمبر کے بعد الفاظ لکھیں، جیسے: { $example } چالیس سے پچاس
    صرف Enter: سب میری مرضی کے مطابق ہے۔   q: باہر جائیں، کچھ نہیں رکھا جائے گا
form-lacking = { $numbers } کے بغیر کچھ ریکارڈ نہیں کیا جا سکتا۔
form-unknown = `{ $given }` فارم کی کوئی سطر نہیں؛ 1 سے { $last } تک کا نمبر دیں۔
form-no-words = سطر { $number } میں الفاظ نہیں لکھے جاتے: صرف اس کے نمبر سے نشان لگتا یا ہٹتا ہے۔
form-words = سطر { $number } میں الفاظ لکھنے ہیں: انہیں نمبر کے بعد لکھیں۔ نمبر کے بعد - لکھنے سے سطر خالی ہو جاتی ہے۔
about-gender = آپ کی جنس، اپنے الفاظ میں
about-age = آپ کی عمر، یا اندازاً، جیسے تیس سے چالیس
about-accent = آپ کا لہجہ یا علاقہ
about-native-language = آپ کی مادری زبان

## Uses that are asked for; each goes on with "You may"

scope-asr = میری ریکارڈنگز سے مشینوں کو بولے گئے الفاظ پہچاننا سکھانا
scope-tts = ان سے ایسی مصنوعی آواز بنانا جو میری آواز جیسی لگ سکتی ہے
scope-speaker-id = ان سے مشینوں کو آواز سے یہ پہچاننا سکھانا کہ کون بول رہا ہے
scope-evaluation = ان سے ایسے نظاموں کی جانچ کرنا
scope-share-gated =
    { $licence ->
        [none] انہیں ان لوگوں کو دینا جنہوں نے استعمال کی شرائط پر دستخط کیے ہیں
       *[other] انہیں لائسنس { $licence } کے تحت ان لوگوں کو دینا جنہوں نے استعمال کی شرائط پر دستخط کیے ہیں
    }
scope-share-open =
    { $licence ->
        [none] انہیں کھلے عام شائع کرنا، تاکہ کوئی بھی ڈاؤن لوڈ کر کے استعمال کر سکے
       *[other] انہیں لائسنس { $licence } کے تحت کھلے عام شائع کرنا، تاکہ کوئی بھی ڈاؤن لوڈ کر کے لائسنس کی اجازت کے مطابق استعمال کر سکے
    }
scope-contact-again = مجھ سے دوبارہ ریکارڈنگ کے لیے رابطہ کرنا

## The receipt

consent-holds = { $date } کو دی گئی آپ کی رضامندی (رسید { $receipt }) اب بھی قائم ہے۔
project-used = منصوبہ: { $path }
receipt-where = آپ کی رسید، جس پر واپسی کوڈ ہے، یہاں ہے: { $path }
receipt-code = واپسی کوڈ: { $code }   (اسے سنبھال کر رکھیں؛ یہ کہیں اور نہیں رکھا جاتا)
controller-unnamed = وہ شخص جو یہ ریکارڈنگ کروا رہا ہے
contact-unnamed = وہ شخص جس نے آپ سے یہ ریکارڈنگز کرنے کو کہا ہے
copy-consent = آپ کی رضامندی
copy-consent-said = { $date } (UTC) کو دی گئی، آپ کی نقل
copy-receipt = رسید
copy-speaker = آپ
copy-speaker-said = بولنے والا { $speaker } (آپ کی ریکارڈنگز کے ساتھ کوئی نام نہیں رکھا جاتا)
copy-controller = کسے دی گئی
copy-contact = رابطہ
copy-until = کب تک
copy-yes = ہاں
copy-no = نہیں
copy-licence = لائسنس
copy-code = واپسی کوڈ
copy-withdraw = رضامندی واپسی
copy-keep = یہ کوڈ سنبھال کر رکھیں: یہ کہیں اور نہیں رکھا جاتا اور یہی ثابت کرتا ہے کہ ریکارڈنگز آپ کی ہیں۔
copy-text = جو متن آپ کو دکھایا گیا ({ $locale }):
withdrawal-by-code = اوپر دیے گئے رابطے پر واپسی کوڈ بتائیں؛ کوئی وجہ بتانے کی ضرورت نہیں۔
gone-head = { $date } (UTC) کو واپس لیا گیا، نمبر { $id }
gone-speaker = آپ نے وہ سب کچھ واپس لے لیا جو آپ نے اس وقت تک ریکارڈ کیا تھا۔
gone-session = آپ نے ایک نشست واپس لے لی۔
gone-take = آپ نے ایک ریکارڈنگ واپس لے لی۔
gone-scope = اب سے اس کے ساتھ یہ نہیں کیا جائے گا: { $scope }۔ اور کچھ نہیں بدلتا۔
gone-deleted = ہمیشہ کے لیے حذف: ریکارڈنگز: { $takes }، آواز کے سیکنڈ: { $seconds }۔ بعد کی تلاش میں اس کا کچھ نہیں ملا۔
gone-no-release = یہ شائع نہیں ہوا تھا۔
gone-releases = یہ ان اشاعتوں میں ہے جو پہلے ہی نکل چکی ہیں: { $releases }۔ جس کے پاس ان میں سے کوئی ہے اسے کہا جاتا ہے کہ وہاں سے حذف کرے۔
gone-models = شائع شدہ اشاعت سے جو پہلے سیکھا جا چکا وہ تربیت یافتہ ماڈل سے نکالا نہیں جا سکتا۔
gone-next = اگلی اشاعت اس کے بغیر بنتی ہے۔ یہ خط سنبھال کر رکھیں: یہی ثبوت ہے۔
mine-head = یہاں آپ کے بارے میں جو کچھ محفوظ ہے، { $date } (UTC) کو نقل کیا گیا
mine-sessions = نشستیں: { $count }، ہر ایک sessions/ کے اندر اپنے فولڈر میں۔
mine-files = ہر ایک میں: آپ کی ریکارڈنگز audio/ میں، جو آپ کو دکھایا گیا اور اس کے بارے میں جو ناپا اور کہا گیا takes.jsonl میں، پروگراموں نے جو سنا transcripts.jsonl میں، جس پر آپ نے رضامندی دی consent/ میں۔
mine-receipts = receipts/ میں: آپ کی رسیدیں، خطوط، اور آپ سے رابطے کے بارے میں جو آپ نے بتایا۔
mine-rights = یہ آپ کا ہے: پڑھیں، رکھیں، جسے چاہیں دیں۔ اپنی رسید کے کوڈ سے آپ سب کچھ واپس لے سکتے ہیں۔
feedback-head = آپ کی ریکارڈنگز کا کیا ہوا، انہیں جمع کرنے والوں کی طرف سے
feedback-thanks = اب تک لی گئیں: { $count }۔ ہر ایک کا شکریہ۔
feedback-again = براہِ کرم دوبارہ پڑھیں: { $count }، تقریباً { $minutes } منٹ میں۔
feedback-nothing = کچھ بھی دوبارہ پڑھنا نہیں ہے۔
feedback-why = { $count } × { $why }
feedback-advice = زیادہ تر کی ایک ہی وجہ ہے۔ آگے بڑھنے سے پہلے: { $fix }
feedback-here = ایک بار اور، براہِ کرم: { $problem }
feedback-heard = کسی نے اسے سنا ہے اور ایک بار پھر پڑھنے کو کہا ہے۔ اطمینان سے پڑھیں، جیسے آپ گھر میں کہتے ہیں۔
feedback-how = اس کے لیے یہ فائل اپنی ریکارڈنگز کے فولڈر کے پاس رکھیں اور ہمیشہ کی طرح ریکارڈ کریں۔
feedback-of-another = یہ جواب { $given } کے لیے ہے، اور پڑھ رہے ہیں { $wanted }۔
feedback-elsewhere = اس کے علاوہ، دوسری شیٹوں یا زبانوں کے، یا جو اب شیٹ میں نہیں: { $count }۔
feedback-unreadable = ایک جواب پڑھا نہیں جا سکا، { $path }: { $cause }
hand-in-made = جمع کرانے کے لیے آپ کی فائل: { $files } – اس کا کوڈ { $code } ہے۔
hand-in-nothing = ایسا کچھ نہیں جو پہلے جمع نہ کرایا گیا ہو۔
hand-in-lacking = سب کچھ فائل میں نہیں رکھا جا سکا: { $count }۔ جس نے ریکارڈنگز مانگی تھیں اسے بتائیں۔
farewell-bundle = ان کی جمع کرانے کے لیے ایک فائل بنانے کو:

## The page in the browser: what is said of a sitting

language-name = اردو
page-link = یہ لنک اسی کمپیوٹر کے براؤزر میں کھولیں؛ اس سے صفحہ ایک بار کھلتا ہے:
page-address = جس براؤزر میں صفحہ کھلا تھا، اس میں { $address } سے یہ پھر کھل جاتا ہے۔
page-running = صفحہ پہلے سے کھلا ہے؛ اسے ایک بار پھر کھولا جا رہا ہے۔
page-no-browser = براؤزر نہیں کھل سکا ({ $cause })؛ اوپر دیا گیا لنک کھولیں
page-no-server = صفحہ دکھایا نہیں جا سکا: { $cause }
    .hint = شاید کوئی دوسرا پروگرام اسے روکتا ہے؛ ٹرمینل میں `booth record` سے ریکارڈنگ ہو سکتی ہے
page-alone = دس منٹ سے کسی نے صفحہ نہیں دیکھا
page-over-said = بوتھ بند ہو گیا۔ اب یہ صفحہ بند کیا جا سکتا ہے۔
page-trouble = یہ نہیں ہو سکا
page-start = آپ کو کیا پڑھنا ہے؟
page-sheet-languages =
    { $count ->
        [one] 1 زبان
       *[other] { $count } زبانیں
    }
page-consent = شروع کرنے سے پہلے
page-sound = آواز کی جانچ
page-microphone-say = کچھ بولیں، جیسے یہ کہ آس پاس کیا نظر آ رہا ہے؛ آپ کی آواز سنی جا رہی ہے۔
page-was-away = صفحہ بند ہو گیا تھا، اس لیے ریکارڈنگ روک دی گئی؛ وہ بچا لی گئی ہے۔
page-device-searched = مائیکروفون کو ہر سیکنڈ ڈھونڈا جا رہا ہے، زیادہ سے زیادہ ایک منٹ تک۔ ملتے ہی کام آگے چلے گا۔
page-device-advice = اسے پھر سے لگائیں، یا کوئی دوسرا مائیکروفون چنیں۔
page-device-busy = جو دوسرا پروگرام اسے استعمال کر رہا ہے، اسے بند کریں، یا کوئی دوسرا مائیکروفون چنیں۔
page-device-denied = اس کمپیوٹر کی پرائیویسی سیٹنگز میں بوتھ کو مائیکروفون کے استعمال کی اجازت دیں۔
page-picture-alt = اس جملے کے ساتھ کی تصویر
page-delete-ask = یہ ریکارڈنگ ہمیشہ کے لیے مٹائیں؟ اسے کوئی واپس نہیں لا سکتا۔
page-kept = { $readings } میں سے { $kept } رکھے گئے
page-minutes = { $minutes } منٹ ریکارڈ ہوئے
page-left =
    { $count ->
        [one] تقریباً 1 منٹ باقی
       *[other] تقریباً { $count } منٹ باقی
    }
page-refused-recording = ریکارڈنگ چل رہی ہے۔ پہلے اسے روکیں۔
page-refused-paused = ابھی وقفہ ہے۔ پہلے ”آگے چلیں“ دبائیں۔
page-reason-hard-to-say = بولنا مشکل ہے
page-reason-wrong-sentence = اس میں کچھ غلط ہے
page-reason-not-now = ابھی نہیں
page-verdict-pass = عمدہ
page-verdict-warn = ذرا دیکھ لیں
page-verdict-reject = دوبارہ پڑھیں
page-end = شکریہ
page-end-left =
    { $count ->
        [one] 1 جملہ باقی ہے۔ ابھی آگے چلیں، یا کسی اور دن بوتھ پھر سے شروع کریں۔
       *[other] { $count } جملے باقی ہیں۔ ابھی آگے چلیں، یا کسی اور دن بوتھ پھر سے شروع کریں۔
    }
page-end-withdraw = آپ کی ریکارڈنگز کسی بھی وقت واپس لی جا سکتی ہیں: جس نے یہ مانگی تھیں، اسے اپنی رسید کا کوڈ بتائیں۔ کوئی وجہ بتانے کی ضرورت نہیں۔
break-offer = آپ کو پڑھتے ہوئے آدھا گھنٹا ہو گیا۔ تھوڑا وقفہ لیں؟
mode-said = اب سے ریکارڈنگ: { $mode }۔
mode-manual = ہاتھ سے
mode-auto-stop = خود رکتی ہے
mode-hands-free = ہاتھ لگائے بغیر

## How a microphone does, in a word or two

figure-voice = آپ کی آواز
figure-voice-none = سنائی نہیں دی
figure-voice-faint = دھیمی
figure-voice-good = اچھی
figure-voice-strong = زوردار
figure-voice-loud = بہت اونچی
figure-room = کمرہ
figure-room-quiet = خاموش
figure-room-heard = ہلکے شور والا
figure-room-loud = شور والا
figure-band = آواز کی صفائی
figure-band-full = پوری
figure-band-narrow = کچھ کم
figure-band-telephone = ٹیلی فون جیسی

## The page in the browser: its fixed words

# Whole page
page-name = بوتھ
page-go-on = آگے چلیں
page-back = پیچھے
page-close = بند کریں
page-note-info = نوٹ
page-note-warn = ذرا دھیان دیں
page-note-bad = مسئلہ
# Full screen when the program does not answer any more
page-gone = بوتھ رک گیا ہے
page-gone-safe = آپ نے جو رکھا ہے، وہ سب اس کمپیوٹر پر محفوظ ہے۔
page-gone-how = آگے چلنے کے لیے بوتھ کو ویسے ہی پھر سے شروع کریں جیسے پہلے کیا تھا۔ پھر یہ صفحہ خود واپس آ جائے گا، یا نیا صفحہ کھلے گا۔
page-gone-trying = یہ صفحہ بوتھ کو ڈھونڈ رہا ہے۔
page-elsewhere = بوتھ کسی دوسرے ٹیب میں کھلا ہے
page-elsewhere-what = ایک وقت میں ایک ہی ٹیب سے ریکارڈنگ ہو سکتی ہے۔
page-take-over = یہ ٹیب استعمال کریں

# Start: what to read
page-language = اس صفحے کی زبان
page-sheet = جملوں کا پرچہ
page-locale = جملوں کی زبان
page-begin = شروع کریں

# Who reads
page-who = کون پڑھ رہا ہے؟
page-who-why = کوئی فرضی نام چنیں، اپنا اصلی نام ہرگز نہیں۔ صرف a سے z تک کے چھوٹے حروف اور ہندسے لکھے جا سکتے ہیں۔
page-who-before = میں نے یہاں پہلے بھی پڑھا ہے
page-who-new = میں یہاں پہلی بار ہوں
page-who-name = فرضی نام

# Consent
page-consent-adult = سب سے پہلے
page-consent-uses = میری رضامندی ان کے لیے ہے
page-consent-about = آپ کے بارے میں، اگر آپ بتانا چاہیں
page-consent-needed = ضروری
page-consent-nothing = آپ کی طرف سے کوئی نشان نہیں لگایا گیا۔ اجازت صرف اسی کی ہے جس پر آپ نشان لگائیں۔
page-agree = رضامندی دیں اور آگے چلیں
page-refuse = باہر جائیں، کچھ نہیں رکھا جائے گا

# Microphone
page-microphone-listening = تمام مائیکروفون سنے جا رہے ہیں
page-microphone-choose = مائیکروفون چنیں
page-microphone-none = کوئی مائیکروفون نہیں ملا
page-microphone-waiting = انتظار میں
page-microphone-listens = سنا جا رہا ہے
page-microphone-failed = کام نہیں کرتا
page-microphone-best = آپ کی آواز کے لیے بہترین
page-microphone-default = کمپیوٹر کا چنا ہوا
page-microphone-chosen = چنا گیا
page-microphone-use = یہی لیں
page-microphone-level = اس میں آپ کی آواز کتنی اونچی ہے
page-listen = پھر سے ناپیں

# Sound check
page-check = آواز کی جانچ شروع کریں
page-check-again = پھر سے جانچیں
page-check-stop = میں نے پڑھ لیا
page-check-anyway = پھر بھی آگے چلیں
page-check-room = براہ کرم خاموش رہیں
page-check-sentence = اب اسے بلند آواز سے پڑھیں
page-check-judging = ایک لمحہ رکیں
page-check-passed = آپ کی آواز اچھی آ رہی ہے
page-check-good = ٹھیک
page-check-poor = ابھی ٹھیک نہیں
page-seconds-left = باقی سیکنڈ

# Booth: what is going on now
page-phase-showing = تیار
page-phase-recording = ریکارڈنگ جاری ہے
page-phase-judging = ایک لمحہ رکیں
page-phase-verdict = آپ کی ریکارڈنگ
page-phase-paused = وقفہ
page-phase-done = سب پڑھ لیا گیا
page-phase-lost = کوئی مائیکروفون نہیں
page-previous = پچھلا جملہ
page-next = اگلا جملہ
page-sentence = اسے بلند آواز سے پڑھیں
page-controls = بٹن
page-again = ایک بار پھر
page-picture = تصویر

# Booth: what can be done (buttons)
page-record = ریکارڈ کریں
page-stop = روکیں
page-keep = رکھیں
page-keep-anyway = پھر بھی رکھیں
page-redo = دوبارہ پڑھیں
page-play = سنیں
page-play-stop = سننا بند کریں
page-skip = چھوڑیں
page-back-step = پیچھے
page-undo = فیصلہ واپس لیں
page-delete = مٹائیں
page-delete-yes = ہمیشہ کے لیے مٹائیں
page-delete-no = نہ مٹائیں
page-cancel = رہنے دیں
page-discard = ریکارڈنگ پھینک دیں
page-pause = وقفہ لیں
page-resume = آگے چلیں
page-quit = آج یہیں روکیں
page-list = تمام جملے
page-hint = اشارہ دیکھیں
page-hint-hide = اشارہ چھپائیں
page-hear = مثال سنیں
page-report = اس جملے میں کچھ غلط ہے؟
page-hold = دبا کر ریکارڈ کریں
page-release = ہاتھ ہٹا کر روکیں

# Booth: the recording just made
page-take-kept = رکھی گئی
page-take-earlier = پہلے کی ریکارڈنگ
page-take-others = مزید تبصرے
page-take-fix = پہلے یہ آزمائیں
page-take-wave = آپ کی ریکارڈنگ کی تصویر
page-take-speech = آپ کی آواز
page-take-attempts = اس جملے کی ریکارڈنگز
page-attempt = ریکارڈنگ
page-skip-why = یہ جملہ کیوں چھوڑنا ہے؟
page-skip-plain = کوئی وجہ نہیں
page-report-why = اس جملے میں کیا غلط ہے؟
page-who-is-there = میں یہیں ہوں

# Booth: the level of the microphone
page-meter = آواز کا زور
page-meter-silent = کچھ نہیں آ رہا
page-meter-room = آواز کا انتظار ہے
page-meter-quiet = کچھ دھیمی
page-meter-good = اچھی
page-meter-high = کچھ اونچی
page-meter-loud = بہت اونچی

# List of all sentences
page-list-loading = ایک لمحہ رکیں
page-list-all = سب

# Settings
page-settings = سیٹنگز
page-settings-mode = ریکارڈنگ کیسے رکے
page-mode-manual = اپنے ہاتھ سے روکنا
page-mode-auto-stop = چپ ہونے پر خود رکنا
page-mode-hands-free = خود شروع ہونا اور خود رکنا
page-settings-hold = پڑھتے وقت بٹن دبائے رکھنا
page-settings-auto-play = جس ریکارڈنگ پر تبصرہ ہو، وہ مجھے سنانا
page-settings-keys = کی بورڈ کے بٹن استعمال کرنا
page-settings-keys-which = کی بورڈ کے بٹن
page-settings-key-change = بٹن بدلیں
page-settings-key-press = کوئی بٹن دبائیں
page-settings-key-reset = سب بٹن پہلے جیسے کریں
page-settings-key-fixed = اسپیس اور Enter ہمیشہ وہی کرتے ہیں جو بڑے بٹن پر لکھا ہو۔
page-key-space = اسپیس
page-key-enter = Enter
page-key-escape = Esc

# End
page-end-again = آگے پڑھیں
page-end-finish = ختم کریں
page-hand-in = جمع کرانے کے لیے ایک فائل بنائیں
page-end-where = آپ کی ریکارڈنگز
page-receipt = آپ کی رسید
page-receipt-code = واپسی کوڈ
page-receipt-copy = کوڈ کاپی کریں
page-receipt-copied = کاپی ہو گیا
page-receipt-print = یہ صفحہ پرنٹ کریں
page-withdraw = اگر آپ کا ارادہ بدل جائے

# Trouble, and the last page
page-retry = پھر کوشش کریں
page-over = اب یہ صفحہ بند کیا جا سکتا ہے۔

# The button that opens the rest of the buttons on a small screen, and the heading of what it opens
page-menu = مزید

## Trouble: no capital and no full stop, as it stands behind "trouble:" or "error:"

trouble-head = مسئلہ
trouble-said = { $head }: { $message }
trouble-hint = مشورہ: { $hint }

# The microphone and the loudspeaker; $direction is input or output.

-plug-in = اسے پھر سے لگائیں یا کوئی دوسرا --device سے چنیں، پھر آگے چلنے کے لیے وہی کمانڈ چلائیں
-devices = کیا کیا موجود ہے، یہ `booth devices` سے معلوم ہوگا
device-lost-gone = مائیکروفون `{ $name }` نکل گیا
    .wait = اسے پھر سے لگائیں۔
    .hint = { -plug-in }
device-lost-invalidated = سسٹم نے مائیکروفون `{ $name }` کو بدل دیا اور اسے پھر سے کھولنا ہوگا
    .wait = اسے پھر سے کھولا جا رہا ہے۔
    .hint = { -plug-in }
device-lost-host = ساؤنڈ سسٹم بند ہو گیا، اور اس کے ساتھ مائیکروفون `{ $name }` بھی
    .wait = یہ ساؤنڈ سسٹم کے ساتھ واپس آ جائے گا۔
    .hint = { -plug-in }
device-lost-errors = مائیکروفون `{ $name }` سے صرف خرابی کی اطلاع آ رہی ہے
    .wait = اسے نکال کر پھر سے لگائیں۔
    .hint = { -plug-in }
device-lost-changed = سسٹم نے `{ $name }` کی جگہ کوئی دوسرا مائیکروفون چن لیا ہے
    .wait = اب جو چنا گیا ہے، اسی سے کام آگے چلے گا۔
    .hint = { -plug-in }
device-lost-suspended = سسٹم نے مائیکروفون `{ $name }` کو سلا دیا
    .wait = سسٹم کی ساؤنڈ سیٹنگز میں اسے جگائیں، یا نکال کر پھر سے لگائیں۔
    .hint = سسٹم کی ساؤنڈ سیٹنگز میں اسے جگائیں، یا کوئی دوسرا --device سے چنیں؛ پھر آگے چلنے کے لیے وہی کمانڈ چلائیں
device-lost-silent = ساؤنڈ سسٹم جواب نہیں دے رہا، اور مائیکروفون `{ $name }` سے کچھ نہیں آ رہا
    .wait = ساؤنڈ سسٹم کے جواب دیتے ہی کام آگے چلے گا۔
    .hint = ساؤنڈ سرور کو پھر سے شروع کریں، پھر آگے چلنے کے لیے وہی کمانڈ چلائیں
device-no-audio = مائیکروفون `{ $name }` سے کوئی آواز نہیں آ رہی
    .wait = دیکھ لیں کہ یہ لگا ہوا اور چالو ہے۔
    .hint = دیکھ لیں کہ یہ لگا ہوا ہے اور سویا ہوا نہیں، یا کوئی دوسرا --device سے چنیں
device-not-back =
    { $seconds ->
        [one] 1 سیکنڈ میں کوئی مائیکروفون واپس نہیں آیا
       *[other] { $seconds } سیکنڈ میں کوئی مائیکروفون واپس نہیں آیا
    }
    .hint = { -plug-in }
device-closed = مائیکروفون بند ہے
device-no-thread = مائیکروفون سننے والا حصہ شروع نہیں ہو سکا
device-search-ended = مائیکروفون کی تلاش ختم ہو گئی
device-search-failed = مائیکروفون کی تلاش شروع نہیں ہو سکی
-plug-one-in = کوئی مائیکروفون لگائیں، یا فائلوں سے ریکارڈ کریں: --device file:راستہ
device-no-card = کوئی مائیکروفون نہیں: اس کمپیوٹر میں ساؤنڈ کارڈ نہیں ہے، اور کوئی ساؤنڈ سرور جواب نہیں دیتا
    .hint = { -plug-one-in }
device-none = کوئی مائیکروفون نہیں: سسٹم کوئی نہیں دکھاتا
    .hint = { -plug-one-in }
device-missing =
    { $direction ->
        [output] `{ $name }` نام کا کوئی اسپیکر نہیں
       *[input] `{ $name }` نام کا کوئی مائیکروفون نہیں
    }
    .hint = { -devices }
device-silent =
    { $direction ->
        [output] اسپیکر `{ $name }` جواب نہیں دے رہا
       *[input] مائیکروفون `{ $name }` جواب نہیں دے رہا
    }
    .hint = ساؤنڈ سرور کو پھر سے شروع کریں، یا کوئی دوسرا آلہ چنیں؛ ان کی فہرست `booth devices` سے ملے گی
device-busy =
    { $direction ->
        [output] اسپیکر `{ $name }` کو کوئی دوسرا پروگرام استعمال کر رہا ہے
       *[input] مائیکروفون `{ $name }` کو کوئی دوسرا پروگرام استعمال کر رہا ہے
    }
    .hint = دوسرا پروگرام بند کریں، یا کوئی دوسرا آلہ چنیں؛ ان کی فہرست `booth devices` سے ملے گی
device-denied =
    { $direction ->
        [output] سسٹم اسپیکر `{ $name }` کے استعمال کی اجازت نہیں دیتا
       *[input] سسٹم مائیکروفون `{ $name }` کے استعمال کی اجازت نہیں دیتا
    }
    .hint =
        { $system ->
            [linux] گروپ `audio` میں شامل کرنے کو کہیں، یا اپنے ڈیسک ٹاپ کا ساؤنڈ سرور شروع کریں
           *[other] سسٹم کی پرائیویسی سیٹنگز میں اس ٹرمینل کو اس کے استعمال کی اجازت دیں
        }
device-is-file =
    { $direction ->
        [output] `{ $name }` ایک فائل ہے، اسپیکر نہیں
       *[input] `{ $name }` ایک فائل ہے، مائیکروفون نہیں
    }
device-no-format =
    { $count ->
        [0] مائیکروفون `{ $name }` میں { $usable } میں سے کوئی فارمیٹ نہیں؛ اس میں دوسرے فارمیٹ ہیں
       *[other] مائیکروفون `{ $name }` میں { $usable } میں سے کوئی فارمیٹ نہیں؛ اس میں { $formats } ہے
    }
    .hint = اسی آلے کے لیے hw: کی جگہ plughw: لکھیں، جو فارمیٹ بدل دیتا ہے، یا alsa:default لیں
device-unusable =
    { $direction ->
        [output] `{ $name }` اسپیکر کے طور پر کام نہیں آ سکتا: { $cause }
       *[input] `{ $name }` مائیکروفون کے طور پر کام نہیں آ سکتا: { $cause }
    }
    .hint = { -devices }
device-no-server = `{ $name }` کے پیچھے کوئی ساؤنڈ سرور نہیں
    .hint = اپنے ڈیسک ٹاپ کا ساؤنڈ سرور شروع کریں، یا کوئی دوسرا آلہ چنیں؛ ان کی فہرست `booth devices` سے ملے گی
device-fails =
    { $direction ->
        [output] اسپیکر `{ $name }` کھل نہیں سکا: { $cause }
       *[input] مائیکروفون `{ $name }` کھل نہیں سکا: { $cause }
    }
    .hint = { -devices }
playback-no-format = اسپیکر `{ $name }` میں ایسا کوئی فارمیٹ نہیں جو بجایا جا سکے
    .hint = کوئی دوسرا چنیں؛ ان کی فہرست `booth devices` سے ملے گی
playback-stopped = اسپیکر `{ $name }` نے { $frames } میں سے { $played } فریم کے بعد بجانا بند کر دیا
    .hint = کوئی دوسرا اسپیکر چنیں؛ ان کی فہرست `booth devices` سے ملے گی

# The disk.

-may-write = ایسا فولڈر چنیں جس میں آپ کو لکھنے کی اجازت ہو، یا اس کی اجازتیں بدلیں
storage-missing = { $path } نام کی کوئی فائل یا فولڈر نہیں
storage-denied = سسٹم { $path } کے استعمال سے روکتا ہے: اجازت نہیں ہے
    .hint = { -may-write }
storage-full = { $path } کو محفوظ نہیں کیا جا سکتا: ڈسک بھر گئی ہے
    .hint = کچھ جگہ خالی کریں، پھر وہی کمانڈ دوبارہ چلائیں
storage-read-only = { $path } کو محفوظ نہیں کیا جا سکتا: فائل سسٹم صرف پڑھنے کے لیے ہے
    .hint = { -may-write }
storage-exists = { $path } پہلے سے موجود ہے
storage-failed = { $path } پر ڈسک یا سسٹم میں خرابی ہے: { $cause }
-wait = اس کا کام ختم ہونے تک رکیں، یا کوئی دوسرا فولڈر لیں
storage-in-use = اسے { $holder } استعمال کر رہا ہے
    .hint = { -wait }
storage-in-use-by-another = اسے کوئی دوسرا پروگرام استعمال کر رہا ہے
    .hint = { -wait }
storage-held = اسے { $holder } استعمال کر رہا ہے
    .hint = اس کا کام ختم ہونے تک رکیں؛ اگر یہاں کوئی کام نہیں کر رہا (یہ ڈسک تالا نہیں لگا سکتی، اور شاید بجلی چلی گئی ہو) تو { $path } کو ہٹا کر دوبارہ شروع کریں
storage-no-locks = یہ ڈسک فائلوں پر تالا نہیں لگا سکتی، جیسے کچھ نیٹ ورک فولڈر نہیں لگا سکتے: { $path }۔ کام آگے چلتا ہے، اور وہاں کی ایک فائل دوسرے بوتھ کو چلنے سے روکتی ہے۔ اس فولڈر میں ایک وقت میں ایک ہی کمپیوٹر سے کام کریں، اور نقلیں بنا کر رکھیں۔
storage-journal = پہلے کام کا روزنامچہ لکھا نہیں جا سکا تھا
    .hint = وہی کمانڈ دوبارہ چلائیں؛ جو رکھا گیا ہے وہ محفوظ ہے

# The sheet and the sitting.

sheet-empty = جملوں کے پرچے میں کسی بھی زبان کا کوئی جملہ نہیں
    .hint = انہیں sheet.toml کے ساتھ والی <language>.tsv میں لکھیں، یا کسی دوسرے پرچے کا فولڈر دیں
sheet-languages = جملوں کے پرچے میں کئی زبانیں ہیں: { $languages }
    .hint = کون سی پڑھنی ہے، یہ --locale سے بتائیں
sheet-no-prompt = جملوں کے پرچے میں جملہ `{ $prompt }` نہیں ہے
    .hint = جملوں کے نام `booth prompts show` سے نظر آئیں گے
sheet-unknown = `{ $place }` نام کا کوئی فولڈر نہیں ہے، اور پروگرام میں بھی اس نام کا کوئی پرچہ نہیں ہے
    .hint = پروگرام میں یہ ہیں: { $names }؛ یا وہ فولڈر دیں جس میں sheet.toml ہے
speaker-unknown = معلوم نہیں کہ بولنے والا کون ہے
prompt-none = ریکارڈ کرنے کے لیے کوئی جملہ نہیں
take-changed = ریکارڈنگ بدلی ہوئی واپس آئی

# Consent.

-ask-again = دوبارہ پوچھے جانے کے لیے `booth record` کو --consent کے بغیر چلائیں
consent-of-another = رضامندی `{ $given }` کی ہے، `{ $wanted }` کی نہیں
    .hint = یہ دیں: --speaker { $given }، یا کوئی دوسری رسید
consent-of-another-text = رضامندی کسی اور متن پر دی گئی تھی، اب والے پر نہیں
    .hint = { -ask-again }
receipts-no-place = ریکارڈنگز کے پاس بولنے والوں کی رسیدوں کے لیے جگہ نہیں
    .hint = کسی الگ فولڈر میں --into سے ریکارڈ کریں
consent-yet-to-come = رضامندی کی تاریخ { $date } ہے، جو ابھی آئی نہیں
    .hint = دیکھ لیں کہ اس کمپیوٹر کی گھڑی درست ہے
consent-ended = رضامندی { $date } کو ختم ہو گئی
    .hint = { -ask-again }
consent-without-asr = بولنے والے نے گفتگو پہچاننے (asr) کی رضامندی نہیں دی
    .hint = اس کے بغیر کچھ ریکارڈ نہیں کیا جاتا؛ دوبارہ پوچھے جانے پر جواب بدلا جا سکتا ہے
consent-not-given = کچھ ریکارڈ نہیں کیا گیا: گفتگو پہچاننے کی اجازت نہیں دی گئی
    .hint = جملوں کا یہ پرچہ گفتگو پہچاننے کے لیے ریکارڈ کیا جاتا ہے؛ آپ کے بارے میں کچھ نہیں رکھا گیا
consent-open = رضامندی کے تمام سوالوں کے جواب نہیں دیے گئے
consent-not-signed = رضامندی نہیں دی گئی
consent-missing = رضامندی کی رسید کے بغیر کچھ ریکارڈ نہیں کیا جاتا
    .hint = رضامندی کے سوالوں کے جواب دیں، یا --consent فائل سے رسید دیں
flags-of-consent = --yes اور --grant، یا --consent فائل
consent-unasked = رضامندی کے بغیر کچھ ریکارڈ نہیں کیا جاتا، اور یہاں کسی سے پوچھا نہیں جا سکتا
    .hint = جواب اس سے دیں: { $flag }
consent-adults = یہاں صرف بالغ لوگ خود ریکارڈ کر سکتے ہیں
    .hint = سرپرست کی رسید --consent فائل سے دی جاتی ہے
consent-no-text = { $locale } کے لیے رضامندی کا کوئی متن نہیں
    .hint = یہ sheet.toml کے ساتھ لکھیں: consent/{ $locale }.txt
consent-no-use = `{ $scope }` کوئی استعمال نہیں؛ یہ چل سکتے ہیں: { $allowed }
consent-use-not-asked = استعمال { $scope } کے بارے میں یہاں نہیں پوچھا جاتا؛ ان کے بارے میں پوچھا جاتا ہے: { $asked }
    .hint = اسے چھوڑ دیں، یا منصوبے کی فائل کے `uses` میں شامل کروائیں
consent-no-licence = استعمال { $scope } کے لیے لائسنس چاہیے، اور کوئی بتایا نہیں گیا
    .hint = اسے --licence سے بتائیں، جیسے CC-BY-4.0، یا منصوبے کی فائل میں لکھیں
consent-no-contact = رابطہ دیا گیا، مگر استعمال contact-again کی اجازت نہیں دی گئی
    .hint = یا تو --contact ہٹا دیں، یا --grant contact-again سے اجازت دیں
consent-not-kept = رضامندی میں `{ $field }` رکھنے کی اجازت نہیں
    .hint = یا تو --about { $field }=… ہٹا دیں، یا --yes سے پھر رضامندی دیں
about-form = `{ $given }` کی شکل KEY=VALUE نہیں، جہاں KEY ان میں سے ایک ہو: { $fields }
about-refused = `{ $field }` کا جواب رکھا نہیں جا سکتا: { $why }
about-long = `{ $field }` کا جواب { $longest } حروف سے لمبا ہے

# The keyboard and the system.

answer-needed = جواب چاہیے: { $question }
    .hint = یہاں کسی سے پوچھا نہیں جا سکتا؛ جواب اس سے دیں: { $flag }
answer-form = `{ $question }` کا جواب اس طرح نہیں دیا جاتا
answer-not-asked = `{ $question }` ابھی نہیں پوچھا جا رہا
answer-ended = جواب آنے سے پہلے ہی لکھائی ختم ہو گئی
interrupted = آپ کے کہنے پر روکا گیا
system-no-signal = Ctrl-C پر نظر نہیں رکھی جا سکتی: { $cause }
system-no-random = سسٹم سے بے ترتیب اعداد نہیں مل رہے: { $cause }
system-epoch = SOURCE_DATE_EPOCH کی قدر `{ $given }` ہے؛ 1970 سے گنے گئے سیکنڈوں کا پورا عدد چاہیے
system-json = ایک قدر JSON میں لکھی نہیں جا سکتی

## A bar that shows how far a long work is; what stands in quotes is filled in by the bar

progress-bar = { "{bar:32}" } { "{pos}" } / { "{len}" } { $unit }  { "{per_sec}" }  { "{eta}" } باقی  { "{msg}" }

## Findings, the most important first: title, problem, what to do now, why it matters to a corpus

check-unreadable-file-title = فائل پڑھی نہیں جا سکتی
check-unreadable-file-problem = یہ فائل آڈیو کے طور پر پڑھی نہیں جا سکتی۔
check-unreadable-file-fix = نیچے لکھی وجہ دیکھیں: فائل کو تبدیل کریں یا پھر سے کاپی کریں۔ اگر ابھی ابھی ریکارڈ ہوئی ہے تو دوبارہ ریکارڈ کریں۔
check-unreadable-file-why = جو فائل اپنے ہیڈر میں لکھی لمبائی سے پہلے ختم ہو جائے یا آڈیو نہ ہو، اسے تربیت کا ہر پروگرام کاٹ دیتا یا رد کر دیتا ہے، اکثر کچھ بتائے بغیر۔

check-device-lost-title = مائیکروفون ہٹ گیا
check-device-lost-problem = ریکارڈنگ کے دوران مائیکروفون ہٹ گیا یا بدل گیا۔
check-device-lost-fix = مائیکروفون ملتے ہی جملہ دوبارہ پڑھیں۔
check-device-lost-why = اس لمحے کے بعد جو کہا گیا وہ رہ گیا، یا کسی دوسرے مائیکروفون سے آیا؛ جو موجود ہے وہ پورا لگتا ہے، اس لیے بعد میں کوئی اسے سن کر نہیں پکڑتا۔

check-empty-file-title = کچھ ریکارڈ نہیں ہوا
check-empty-file-problem = کوئی آواز ریکارڈ نہیں ہوئی۔
check-empty-file-fix = دیکھ لیں کہ مائیکروفون لگا ہوا ہے اور اس کی اجازت دی گئی ہے۔
check-empty-file-why = اتنی چھوٹی ریکارڈنگ میں کوئی لفظ نہیں ہوتا؛ ماڈل اس سے سیکھتا ہے کہ متن خاموشی بھی ہو سکتا ہے۔

check-digital-silence-title = صرف خاموشی
check-digital-silence-problem = صرف خاموشی آئی۔
check-digital-silence-fix = مائیکروفون میوٹ ہے یا غلط مائیکروفون چنا گیا ہے: اسے چالو کریں یا دوسرا چنیں۔
check-digital-silence-why = چالو مائیکروفون میں ہمیشہ ایک درجے سے زیادہ حرکت ہوتی ہے: یہ میوٹ یا غلط مائیکروفون ہے، خاموش کمرہ نہیں۔

check-take-long-title = مقررہ حد سے لمبی
check-take-long-problem = یہ ریکارڈنگ مقررہ حد سے لمبی ہے۔
check-take-long-fix = صرف وہی پڑھیں جو دکھایا گیا ہے، اور پڑھ لینے پر روک دیں۔
check-take-long-why = ایک جملہ پڑھنے میں اتنی دیر کوئی نہیں لگاتا: مائیکروفون کھلا رہ گیا، یا یہ کوئی دوسری فائل ہے۔ حد سے آگے کا حصہ جانچا نہیں جاتا، اور ہو سکتا ہے اس کا آخر موجود نہ ہو۔

check-computer-slept-title = کمپیوٹر سو گیا
check-computer-slept-problem = کمپیوٹر سو گیا تھا، اور اس دوران جو کہا گیا وہ رہ گیا۔
check-computer-slept-fix = یہ جملہ دوبارہ پڑھیں۔
check-computer-slept-why = سویا ہوا کمپیوٹر یا روکا گیا پروگرام کچھ ریکارڈ نہیں کرتا؛ پہلے اور بعد کا حصہ لفظ کے بیچ میں جڑ جاتا ہے، اور بعد میں کوئی اسے سن کر نہیں پکڑ سکتا۔

check-scale-wrong-title = غلط پیمانہ
check-scale-wrong-problem = نمونے پورے پیمانے سے بہت باہر ہیں: پورے اعداد کو فلوٹ کے طور پر محفوظ کیا گیا۔
check-scale-wrong-fix = تمام نمونوں کو ان پورے اعداد کے پورے پیمانے سے تقسیم کریں، 16 بٹ کے لیے 32768 سے، اور فائل پھر سے محفوظ کریں۔
check-scale-wrong-why = فلوٹ کا پورا پیمانہ 1 ہوتا ہے۔ فلوٹ کے طور پر محفوظ پورے اعداد ہزاروں گنا بڑے ہوتے ہیں: چلانے اور تربیت والے پروگرام انہیں کاٹ کر شور بنا دیتے ہیں۔

check-capture-xrun-title = آواز رہ گئی
check-capture-xrun-problem = کمپیوٹر بہت مصروف تھا اور کچھ آواز رہ گئی۔
check-capture-xrun-fix = دوسرے پروگرام بند کریں اور جملہ دوبارہ پڑھیں۔
check-capture-xrun-why = جو نمونے کمپیوٹر سے رہ گئے وہ چلے گئے اور ان کے دونوں سرے جڑ گئے؛ بعد میں کوئی اسے سن کر نہیں پکڑ سکتا، اس لیے ریکارڈ کرتے وقت ہی انہیں گنا جاتا ہے۔

check-dropout-silent-title = آواز کٹ گئی
check-dropout-silent-problem = لمحے بھر کے لیے آواز کٹ گئی۔
check-dropout-silent-fix = تار یا وائرلیس کنکشن دیکھ لیں اور جملہ دوبارہ پڑھیں۔
check-dropout-silent-why = آواز کے بیچ بھرا ہوا خلا تار، وائرلیس کنکشن یا ڈرائیور کا کھویا ہوا بفر ہے، اور لفظ میں ایک سوراخ۔

check-no-speech-title = کوئی بات نہیں سنائی دی
check-no-speech-problem = کسی کا بولنا سنائی نہیں دیا۔
check-no-speech-fix = مائیکروفون دیکھ لیں اور جملہ بلند آواز سے پڑھیں۔
check-no-speech-why = متن کے ساتھ ایسی ریکارڈنگ ہو جس میں کوئی نہ بولے، تو پہچاننے والا ماڈل شور میں بھی الفاظ لکھنا سیکھتا ہے۔

check-dropout-repeat-title = آواز دو بار آئی
check-dropout-repeat-problem = مائیکروفون نے آواز کا ایک ٹکڑا دہرا دیا۔
check-dropout-repeat-fix = جملہ دوبارہ پڑھیں؛ اگر پھر ایسا ہو تو کوئی دوسرا USB ساکٹ استعمال کریں۔
check-dropout-repeat-why = بفر کو دوبارہ چلانے والا ڈرائیور ایسی ہکلاہٹ بناتا ہے جو کسی منہ سے نہیں نکلتی؛ اصل آواز آخری بٹ تک کبھی نہیں دہرائی جاتی۔

check-clipped-title = بہت اونچی، بگڑی ہوئی
check-clipped-problem = ریکارڈنگ بہت اونچی ہے اور آواز بگڑ گئی ہے۔
check-clipped-fix = مائیکروفون کا والیوم کم کریں یا ایک ہتھیلی جتنا پیچھے ہٹیں۔
check-clipped-why = کٹی ہوئی چوٹیاں ٹھیک نہیں ہو سکتیں، اور ماڈل کو وہ کسی اور کی آواز لگتی ہیں۔ جانچ ریکارڈنگ کی اپنی اوپری حد دیکھتی ہے، اس لیے کٹی ہوئی ریکارڈنگ کو دھیما کرنے سے یہ نہیں چھپتا۔

check-start-cut-title = شروع کٹا ہوا ہے
check-start-cut-problem = ریکارڈنگ شروع ہوتے وقت کوئی پہلے سے بول رہا تھا۔
check-start-cut-fix = ایک لمحہ رک کر شروع کریں؛ اگر وہ آپ نہیں تھے تو خاموشی ہونے تک رکیں۔
check-start-cut-why = لفظ کی پہلی آواز موجود نہیں، اس لیے متن اور آواز ٹھیک وہیں نہیں ملتے جہاں ماڈل انہیں ملاتا ہے۔

check-end-cut-title = آخر کٹا ہوا ہے
check-end-cut-problem = ریکارڈنگ ختم ہوتے وقت کوئی ابھی بول رہا تھا۔
check-end-cut-fix = روکنے سے پہلے ایک لمحہ رکیں؛ اگر وہ آپ نہیں تھے تو خاموشی ہونے پر دوبارہ پڑھیں۔
check-end-cut-why = آخری لفظ کا آخر موجود نہیں، اس لیے متن اور آواز ٹھیک وہیں نہیں ملتے جہاں ماڈل انہیں ملاتا ہے۔

check-read-incomplete-title = جملے کے لیے بہت چھوٹی
check-read-incomplete-problem = یہ ریکارڈنگ اس جملے کے لیے بہت چھوٹی ہے۔
check-read-incomplete-fix = کیا پورا جملہ پڑھا گیا؟ شروع سے آخر تک دوبارہ پڑھیں۔
check-read-incomplete-why = جو الفاظ متن میں ہیں مگر آواز میں نہیں، وہ لیبل کی بدترین غلطی ہیں۔ بولنے والے کی رفتار معلوم ہو جائے تو پڑھنے کا وقت اسے ظاہر کر دیتا ہے۔

check-read-too-long-title = جملے کے لیے بہت لمبی
check-read-too-long-problem = یہ ریکارڈنگ اس جملے کے لیے بہت لمبی ہے۔
check-read-too-long-fix = کیا جملہ دو بار پڑھا گیا، یا کچھ اور بھی کہا گیا؟ صرف جملہ پڑھیں، اور ایک ہی بار۔
check-read-too-long-why = دو بار یا دوسرے الفاظ کے ساتھ پڑھے گئے جملے کی آواز میں ایسے الفاظ ہوتے ہیں جو متن میں نہیں۔

check-prompt-mismatch-title = یہ جملہ نہیں
check-prompt-mismatch-problem = جو سنا گیا وہ یہ جملہ نہیں ہے۔
check-prompt-mismatch-fix = جیسا لکھا ہے ویسا ہی پڑھیں۔
check-prompt-mismatch-why = کسی دوسرے جملے کا رواں پڑھنا آواز کی ہر جانچ میں پاس ہوتا ہے؛ صرف پہچاننے والے ماڈل کے الفاظ اسے بتا سکتے ہیں۔

check-duplicate-exact-title = وہی ریکارڈنگ پھر سے
check-duplicate-exact-problem = یہ اور ایک دوسری ریکارڈنگ ایک ہی ہیں۔
check-duplicate-exact-fix = جملہ پڑھیں؛ ہر جملے کی اپنی الگ ریکارڈنگ ہونی چاہیے۔
check-duplicate-exact-why = دو جملوں کے نیچے ایک ہی ریکارڈنگ کا مطلب ہے کہ ایک متن غلط ہے؛ ایک جملے کے نیچے دو بار ہو تو ایک آواز دو گنی جاتی ہے۔

check-duplicate-near-title = دوسری ریکارڈنگ کی نقل
check-duplicate-near-problem = یہ کسی دوسری ریکارڈنگ کی نقل لگتی ہے۔
check-duplicate-near-fix = جملہ پڑھیں؛ ہر جملے کی اپنی الگ ریکارڈنگ ہونی چاہیے۔
check-duplicate-near-why = جس نقل کو اونچا، چھوٹا یا شور والا بنا دیا گیا ہو، وہ بھی دوسری بار پڑھنا نہیں ہے۔

check-noisy-title = پیچھے کا شور
check-noisy-problem = پیچھے بہت زیادہ شور ہے۔
check-noisy-fix = کھڑکی بند کریں، پنکھے بند کریں، مائیکروفون کے قریب آئیں۔
check-noisy-why = جہاں شور آواز سے 10 dB کے اندر آ جائے، وہاں الفاظ پہچاننے کی غلطیاں تیزی سے بڑھتی ہیں۔

check-narrowband-title = ٹیلی فون جیسی آواز
check-narrowband-problem = یہ آواز ٹیلی فون جیسی ہے۔
check-narrowband-fix = شاید ہیڈسیٹ کال موڈ میں ہے؛ تار لگائیں یا کمپیوٹر میں لگا مائیکروفون استعمال کریں۔
check-narrowband-why = ٹیلی فون میں وہ آوازیں نہیں ہوتیں جن سے س اور ف کا فرق معلوم ہوتا ہے؛ پوری آواز والے ذخیرے میں مل کر یہ زبان کی جگہ آلہ سکھاتی ہے۔

check-format-low-title = ریکارڈنگ کا معیار کم
check-format-low-problem = ریکارڈنگ کا فارمیٹ اس منصوبے کی ضرورت سے کم ہے۔
check-format-low-fix = آلے کو 16 بٹ اور کم از کم مانگی گئی شرح پر سیٹ کریں۔
check-format-low-why = منصوبے کی مانگ سے کم شرح یا کم بٹ کو فائل تبدیل کر کے پورا نہیں کیا جا سکتا۔

check-channel-dead-title = ایک ہی طرف آواز
check-channel-dead-problem = بائیں اور دائیں میں سے صرف ایک طرف آواز ہے۔
check-channel-dead-fix = وہی طرف کام میں لی جاتی ہے؛ دونوں چاہیے تھیں تو پلگ دیکھ لیں۔
check-channel-dead-why = ایک طرف کچھ نہیں: پلگ آدھا لگا ہے، یا دوسرا مائیکروفون چننا تھا۔

check-channels-inverted-title = دونوں طرفیں ایک دوسرے کو مٹاتی ہیں
check-channels-inverted-problem = دونوں طرف کی آوازیں ایک دوسرے کو مٹا دیتی ہیں۔
check-channels-inverted-fix = مائیکروفون کو مونو (mono) پر سیٹ کریں۔
check-channels-inverted-why = دونوں طرفوں کو ملا کر ایک کرتے ہی وہ ایک دوسرے کو مٹا دیتی ہیں، اور بولی پتلی یا غائب ہو جاتی ہے۔

check-channels-differ-title = دو طرف دو آوازیں
check-channels-differ-problem = دونوں طرف الگ الگ آوازیں ہیں، اور صرف ایک طرف کام میں لی جاتی ہے۔
check-channels-differ-fix = ہر طرف کی الگ فائل بنائیں، یا ایک وقت میں ایک ہی شخص کو ریکارڈ کریں۔
check-channels-differ-why = کال یا انٹرویو میں ہر طرف ایک شخص ہوتا ہے۔ ایک طرف کام میں لی جاتی ہے اور دوسری چھوڑ دی جاتی ہے: اس کے الفاظ نہیں ہوتے، یا متن میں ہوتے ہیں اور آواز میں نہیں۔

check-too-quiet-title = بہت دھیمی
check-too-quiet-problem = اس ریکارڈنگ میں آپ کی آواز مشکل سے سنائی دیتی ہے۔
check-too-quiet-fix = مائیکروفون کے قریب آئیں یا اس کا والیوم بڑھائیں۔
check-too-quiet-why = بہت دھیمی آواز آلے کے شور کے زیادہ قریب ہوتی ہے، اور اونچا کرنے پر ماڈل دونوں کو سنتا ہے۔

check-noise-gated-title = الفاظ کے بیچ کٹتی آواز
check-noise-gated-problem = آلہ الفاظ کے بیچ کی آواز کاٹ دیتا ہے۔
check-noise-gated-fix = شور ہٹانے کی سہولت (noise suppression) بند کریں۔
check-noise-gated-why = شور ہٹانے کی سہولت شور کے ساتھ سانس اور الفاظ کے ہلکے آخر بھی کاٹ دیتی ہے، اور ایسے خلا چھوڑتی ہے جو کسی کمرے میں نہیں ہوتے۔

check-limited-title = اونچے حصے دبے ہوئے
check-limited-problem = آواز کے اونچے حصے دب گئے ہیں۔
check-limited-fix = مائیکروفون بوسٹ اور خود بدلنے والا والیوم بند کریں، یا مائیکروفون کا والیوم کم کریں۔
check-limited-why = خود بدلنے والا والیوم، بوسٹ اور لمیٹر اونچی آوازوں کو دبا دیتے ہیں؛ شرح بدلی ہوئی کٹی ریکارڈنگ بھی ٹھیک ایسی ہی دکھتی ہے۔

check-hum-50-title = بجلی کی بھنبھناہٹ، 50 Hz
check-hum-50-problem = بجلی کی بھنبھناہٹ سنائی دیتی ہے۔
check-hum-50-fix = چارجر نکالیں، یا کوئی دوسرا ساکٹ یا تار استعمال کریں۔
check-hum-50-why = بجلی کی بھنبھناہٹ نشست کے ہر لفظ کے نیچے رہتی ہے؛ پلگ پر اسے ہٹانا آسان ہے، بعد میں مشکل۔

check-hum-60-title = بجلی کی بھنبھناہٹ، 60 Hz
check-hum-60-problem = بجلی کی بھنبھناہٹ سنائی دیتی ہے۔
check-hum-60-fix = چارجر نکالیں، یا کوئی دوسرا ساکٹ یا تار استعمال کریں۔
check-hum-60-why = بجلی کی بھنبھناہٹ نشست کے ہر لفظ کے نیچے رہتی ہے؛ پلگ پر اسے ہٹانا آسان ہے، بعد میں مشکل۔

check-rumble-title = بھاری گڑگڑاہٹ
check-rumble-problem = بھاری گڑگڑاہٹ سنائی دیتی ہے۔
check-rumble-fix = مائیکروفون کو میز سے اٹھا لیں اور ہوا سے بچائیں۔
check-rumble-why = قدم، ہوا اور میز سب سے نچلی آوازوں کو بھر دیتے ہیں؛ فلٹر اسے ہٹا دیتا ہے، مگر اس کی وجہ اکثر ٹھک ٹھک بھی کرتی ہے۔

check-click-noise-title = کھٹکا یا ٹھک کی آواز
check-click-noise-problem = بولنے کے آس پاس کھٹکے یا ٹھک کی آواز ہے۔
check-click-noise-fix = میز کو نہ چھوئیں، اور بٹن دبانے سے پہلے ایک لمحہ رکیں۔
check-click-noise-why = بولنے کے آس پاس بٹنوں اور کھٹکوں کی آوازیں ایسی آوازیں بن جاتی ہیں جن کی ماڈل وہاں توقع کرنا سیکھ سکتا ہے۔

check-reverberant-title = کمرہ گونجتا ہے
check-reverberant-problem = آپ کی آواز دیواروں سے لوٹ کر آتی ہے۔
check-reverberant-fix = پردوں یا بستر والے کمرے میں جائیں، اور مائیکروفون کے قریب آئیں۔
check-reverberant-why = گونجتا کمرہ ایک آواز کو اگلی میں ملا دیتا ہے؛ گونج بعد میں ڈالی جا سکتی ہے، ہٹائی کبھی نہیں جا سکتی۔

check-level-changed-title = پہلے سے اونچی یا دھیمی
check-level-changed-problem = آواز پہلے سے بہت اونچی یا دھیمی ہے۔
check-level-changed-fix = ویسے ہی بیٹھیں جیسے شروع میں بیٹھے تھے۔
check-level-changed-why = آواز کے اچانک بدلنے کا مطلب ہے کہ بولنے والا یا مائیکروفون اپنی جگہ سے ہلا، اور اس کے ساتھ باقی نشست بھی۔

check-room-changed-title = پیچھے کا شور بدلا
check-room-changed-problem = شروع کے مقابلے میں پیچھے کا شور بڑھ گیا ہے۔
check-room-changed-fix = کیا کچھ چالو کیا گیا؟ اسے بند کریں، یا تھوڑا رکیں۔
check-room-changed-why = کچھ چالو کیا گیا ہے۔ سو جملوں کے بعد کے بجائے ایک جملے کے بعد معلوم ہونا بہتر ہے۔

check-upsampled-title = مقررہ سے کم معیار
check-upsampled-problem = مائیکروفون جس معیار پر سیٹ ہے، اس سے کم دیتا ہے۔
check-upsampled-fix = ساؤنڈ سیٹنگز میں مائیکروفون کی اپنی شرح (sample rate) چنیں۔
check-upsampled-why = فائل اپنے مواد سے بڑی ہے، اور پوری آواز کے لیے بنا ماڈل سیکھتا ہے کہ باریک آوازیں خاموشی ہوتی ہیں۔

check-peak-hot-title = تقریباً بہت اونچی
check-peak-hot-problem = آواز تقریباً ضرورت سے زیادہ اونچی ہے۔
check-peak-hot-fix = مائیکروفون کا والیوم تھوڑا کم کریں۔
check-peak-hot-why = اب تقریباً کوئی گنجائش نہیں: اگلا زیادہ اونچا لفظ کٹ جائے گا۔

check-dc-offset-title = بجلی کا جھکاؤ
check-dc-offset-problem = مائیکروفون کا ساکٹ آواز میں بجلی کا ایک مستقل جھکاؤ شامل کر دیتا ہے۔
check-dc-offset-fix = جملہ دوبارہ پڑھیں۔ اگر پھر ایسا ہو تو کوئی دوسرا ساکٹ یا دوسرا مائیکروفون استعمال کریں۔
check-dc-offset-why = مستقل جھکاؤ گنجائش گھٹاتا ہے اور ہر کٹاؤ پر کھٹکتا ہے؛ زیادہ تر آلات میں یہ نہیں ہوتا۔

check-pause-long-title = لمبا ٹھہراؤ
check-pause-long-problem = بیچ میں لمبا ٹھہراؤ ہے۔
check-pause-long-fix = جملہ رکے بغیر ایک ہی بار میں پڑھیں۔
check-pause-long-why = بیچ کا لمبا ٹھہراؤ اکثر صفحہ پلٹنے یا دوسری کوشش کا ہوتا ہے۔

check-lead-silence-long-title = شروع میں لمبی خاموشی
check-lead-silence-long-problem = شروع میں لمبی خاموشی ہے۔
check-lead-silence-long-fix = کچھ کرنا نہیں ہے: یہ حصہ کاٹ دیا جائے گا۔ اگلی بار ”ریکارڈنگ جاری ہے“ نظر آنے کے تھوڑی دیر میں بولنا شروع کریں۔
check-lead-silence-long-why = خاموشی میں جگہ اور تربیت کا وقت لگتا ہے؛ اسے کسی نقصان کے بغیر کاٹ دیا جاتا ہے۔

check-trail-silence-long-title = آخر میں لمبی خاموشی
check-trail-silence-long-problem = آخر میں لمبی خاموشی ہے۔
check-trail-silence-long-fix = کچھ کرنا نہیں ہے: یہ حصہ کاٹ دیا جائے گا۔ اگلی بار آخری لفظ کے تھوڑی دیر میں Enter دبائیں۔
check-trail-silence-long-why = خاموشی میں جگہ اور تربیت کا وقت لگتا ہے؛ اسے کسی نقصان کے بغیر کاٹ دیا جاتا ہے۔

check-mos-low-title = شاید آواز اچھی نہیں
check-mos-low-problem = ہو سکتا ہے کہ یہ سننے میں اچھی نہ ہو۔
check-mos-low-fix = اسے سنیں، اور اگر اچھی نہ لگے تو جملہ دوبارہ پڑھیں۔
check-mos-low-why = یہ آواز کے بارے میں دوسری رائے ہے؛ یہ ماڈل کٹی چوٹیوں اور ٹیلی فون جیسی آواز کو مشکل سے پکڑتا ہے، اس لیے کسی دوسری جانچ کی جگہ نہیں لیتا۔

check-speech-doubtful-title = شاید بولنا نہیں
check-speech-doubtful-problem = ہو سکتا ہے کہ یہ کسی کا بولنا نہ ہو۔
check-speech-doubtful-fix = اسے سنیں، اور اگر کوئی نہیں بول رہا تو جملہ دوبارہ پڑھیں۔
check-speech-doubtful-why = جانچ نے جسے بولنا سمجھا، وہ موسیقی، کھانسی یا دروازے کی آواز ہو سکتی ہے۔

check-channels-identical-title = دونوں طرفیں ایک جیسی
check-channels-identical-problem = دونوں طرفیں ایک جیسی ہیں: ایک ہی رکھی جاتی ہے۔
check-channels-identical-fix = کچھ کرنا نہیں ہے؛ مائیکروفون کو مونو (mono) رکھنے سے جگہ بچتی ہے۔
check-channels-identical-why = کچھ غلط نہیں؛ فائل ضرورت سے دگنی بڑی ہے۔

## Findings that come from no check

check-interrupted-title = ریکارڈنگ بیچ میں کٹی
check-interrupted-problem = پروگرام کے اچانک بند ہونے یا روکے جانے سے ریکارڈنگ بیچ میں کٹ گئی۔
check-interrupted-fix = اس کا آخر سنیں؛ کوئی لفظ رہ گیا ہو تو دوبارہ پڑھیں۔
check-interrupted-why = کٹا ہوا لفظ متن میں ہوتا ہے اور آواز میں نہیں، اور ماڈل کو الفاظ چھوڑنا سکھاتا ہے۔

check-file-altered-title = فائل بدلی گئی
check-file-altered-problem = یہ وہ فائل نہیں جو ریکارڈ کی گئی تھی۔
check-file-altered-fix = ریکارڈ کی گئی فائل واپس لائیں، یا دوبارہ ریکارڈ کریں۔
check-file-altered-why = جانچ کے بعد بدلی گئی فائل میں کیا ہے، یہ کوئی نہیں بتا سکتا: اس کا نتیجہ، متن اور رضامندی کسی اور فائل کے ہیں۔

check-file-missing-title = فائل نہیں ملی
check-file-missing-problem = فائل اپنی جگہ پر نہیں ہے۔
check-file-missing-fix = کسی نقل سے اسے واپس لائیں، یا دوبارہ ریکارڈ کریں۔
check-file-missing-why = آواز کے بغیر متن کچھ نہیں سکھاتا، اور اس کی جو گنتی ہے وہ غلط ہے۔
