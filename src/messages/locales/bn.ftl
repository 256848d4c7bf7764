# The words that a contributor can meet, in Bengali.
#
# Plain standard Bengali of Bangladesh (চলিত), the reader addressed as আপনি with requests in -উন (পড়ুন, রাখুন), as in the
# sheet and the consent text. Counted nouns take -টি and have one form, so few messages need a plural.
#
# recording (take) রেকর্ডিং, sentence (prompt, reading) বাক্য, sitting পর্ব, microphone মাইক্রোফোন, loudspeaker স্পিকার,
# break বিরতি, keep রাখা, skip and leave out বাদ দেওয়া, receipt রসিদ, consent সম্মতি, withdrawal code প্রত্যাহার কোড,
# sheet বাক্য-তালিকা (list of all sentences: তালিকা), the person who speaks বক্তা, licence লাইসেন্স, muted মিউট, volume
# ভলিউম. A voice is গলা, any sound আওয়াজ; শব্দ is kept for "word".

## Verdicts

verdict-pass = ভালো
verdict-warn = চলবে
verdict-reject = আবার

## The start of a sitting

welcome-head = { $title }  ({ $locale }, বক্তা { $speaker }, { $device })
welcome-going-on = আগের জায়গা থেকে চলছে: { $readings }টির মধ্যে { $kept }টি বাক্য হয়ে গেছে।
welcome-another = গতবার মাইক্রোফোন ছিল { $before }; এখন { $now }।
welcome-readings = { $count }টি বাক্য পড়তে হবে।
welcome-longest = একটি রেকর্ডিং সবচেয়ে বেশি { $length } হতে পারে। তার চেয়ে লম্বা হলে নিজে থেকেই থেমে যায় এবং কাজে লাগে না।
welcome-patience = বাক্যের দরকারের চেয়ে অনেক বেশি সময় চললে রেকর্ডিং নিজে থেকেই থেমে যায়।
welcome-listening =
    মাইক্রোফোন এখন থেকে শেষ পর্যন্ত চালু থাকে। এক Enter থেকে পরের Enter পর্যন্ত যা থাকে, তার আগের ও পরের আধা সেকেন্ডসহ, তা রাখা হয়।
welcome-keys = সব বোতাম দেখতে ? লিখে Enter চাপুন; প্রতিটি অক্ষরের পরে Enter চাপতে হয়।
recovered-saved = আগের পর্বটি মাঝপথে থেমে গিয়েছিল। { $count }টি অসমাপ্ত রেকর্ডিং বাঁচানো হয়েছে।
session-unreadable =
    রেকর্ডিংয়ের একটি ফোল্ডার পড়া যাচ্ছে না, সেটি যেমন আছে তেমনই থাকবে: { $path } ({ $cause })। যিনি আপনাকে সাহায্য করেন, তাঁকে এটি দেখান।
recovered-torn = আগের পর্বটি মাঝপথে থেমে গিয়েছিল। আপনি যা রেখেছিলেন, তার কিছুই হারায়নি।

clock-early = এই কম্পিউটারের তারিখ { $date }, যা এই প্রোগ্রাম তৈরি হওয়ারও আগের। তারিখ ও সময় ঠিক করে আবার শুরু করুন: ওই তারিখের রেকর্ডিং ও তার সম্মতি পরে কাজে লাগানো যাবে না।
clock-late = এই কম্পিউটারের তারিখ { $date }, যা অনেক দূরের। তারিখ ও সময় ঠিক করে আবার শুরু করুন: ওই তারিখের রেকর্ডিং ও তার সম্মতি পরে কাজে লাগানো যাবে না।

## The room

room-listening = দয়া করে { $seconds } সেকেন্ড চুপ থাকুন: ঘরের আওয়াজ মাপা হচ্ছে।
room-silent = কোনো আওয়াজ নেই।
room-silent-advice = শুধু নীরবতা আসছে। মাইক্রোফোন কি মিউট করা, নাকি অন্য মাইক্রোফোন বাছার কথা ছিল?
room-loud = ঘরে আওয়াজ বেশি।
room-loud-advice = জানালা বন্ধ করুন, ফ্যান বন্ধ করুন বা মাইক্রোফোনের কাছে আসুন।
room-quiet = ঘর যথেষ্ট শান্ত।
room-keys = Enter: আবার মাপুন   g: তবু এগিয়ে যান   q: আজ এখানেই শেষ

## The prompt and the take

media-sound = প্রথমে একটি উদাহরণ শোনানো হবে। সেটি শেষ হলে বলুন; e: আবার শুনুন
media-picture = এই ছবিটি দেখুন, আর এর সঙ্গের কথাটি বলুন: { $path }
prompt-place = { $readings }টির মধ্যে { $number }
prompt-reading = { $repeat } বারের { $repetition } নম্বর
prompt-again = আরেকবার
prompt-kept = রাখা হয়েছে
prompt-of-attempts = { $attempts }টির মধ্যে রেকর্ডিং { $attempt }
take-length = { $seconds } সেকেন্ড
take-stopped-long = রেকর্ডিংটি অনুমোদিত সময়ের ({ $length }) চেয়ে লম্বা হয়ে গেছে, তাই থামানো হয়েছে।
length-minutes = { $count } মিনিট
length-seconds = { $count } সেকেন্ড
take-also = আরও: { $titles }
take-device = এই মাইক্রোফোন এর চেয়ে ভালো আওয়াজ দিতে পারে না।
finding-said = { $problem } { $fix }
meter-clipped = বেশি জোরে
slept = কম্পিউটার { $seconds } সেকেন্ড ঘুমিয়ে ছিল। এখান থেকে আবার চলছে।
device-searched = প্রতি সেকেন্ডে মাইক্রোফোন খোঁজা হচ্ছে, বড়জোর এক মিনিট ধরে। পাওয়া গেলেই আবার চলবে; q: আজ এখানেই শেষ
device-muted = মাইক্রোফোন { $name } মিউট হয়ে গেছে: শুধু নীরবতা রেকর্ড হচ্ছে। সিস্টেমের সাউন্ড সেটিংসে এটি চালু করুন।
device-unmuted = মাইক্রোফোন { $name } আবার চালু হয়েছে।
device-back = আবার একটি মাইক্রোফোন পাওয়া গেছে: { $name }। চলছে।

## What holds for a microphone, before the first prompt, and what to do about it

remark-monitor = এটি মাইক্রোফোন নয়: স্পিকারে যা বাজে, এটি তা-ই রেকর্ড করে।
    .wait = --device দিয়ে একটি মাইক্রোফোন বেছে নিন; `booth devices` সেগুলোর তালিকা দেখায়।
remark-unplugged = এই মাইক্রোফোনের সকেটে কিছু লাগানো নেই।
    .wait = মাইক্রোফোন লাগান, বা --device দিয়ে অন্য একটি বেছে নিন; `booth devices` সেগুলোর তালিকা দেখায়।
remark-muted = এই মাইক্রোফোন মিউট করা আছে।
    .wait = সিস্টেমের সাউন্ড সেটিংসে এটি চালু করুন।
remark-volume = সিস্টেমে এই মাইক্রোফোনের ভলিউম { $percent }%।
    .wait = সাউন্ড সেটিংসে এটি 100% করুন, আর দরকার হলে নিজে একটু জোরে বা আস্তে কথা বলুন।
remark-telephone = এই মাইক্রোফোনের আওয়াজ টেলিফোনের মতো ({ $rate })।
    .wait = কল মোডে তারহীন হেডসেটের আওয়াজ এমন হয়। তারওয়ালা হেডসেট বা কম্পিউটারের নিজের মাইক্রোফোন ব্যবহার করুন।
remark-narrow = এই মাইক্রোফোন { $rate } হারে চলে; দরকার { $wanted } Hz।
    .wait = সিস্টেমের সাউন্ড সেটিংসে আরও বেশি হার বাছুন, বা অন্য মাইক্রোফোন নিন।

## What the recorder noticed

capture-lost = কম্পিউটার খুব ব্যস্ত ছিল, তাই কিছু আওয়াজ হারিয়ে গেছে।
capture-stalled = এক মুহূর্ত মাইক্রোফোন থেকে কোনো আওয়াজ আসেনি।
capture-missing = এই রেকর্ডিংয়ে কিছু আওয়াজ নেই।
capture-silent = শুধু নীরবতা এসেছে।
capture-clock = মাইক্রোফোনের ঘড়ি { $measured } Hz হারে চলে, { $stated } হারে নয়।

## What the booth is doing

phase-idle = পর্ব এখনো শুরু হয়নি।
phase-showing = তৈরি।
phase-recording = রেকর্ড হচ্ছে।
phase-judging = একটু অপেক্ষা করুন।
phase-verdict = এটি রাখুন, বা বাক্যটি আবার পড়ুন।
phase-paused = বিরতি।
nobody-heard = দুবার কারও গলা শোনা যায়নি। আপনি কি আছেন?
phase-done = সব পড়া হয়ে গেছে।
phase-finished = পর্ব শেষ।
done-all =
    { $readings ->
        [one] একমাত্র বাক্যটি রাখা হয়েছে।
       *[other] { $readings }টি বাক্যের সবই রাখা হয়েছে।
    }
done-some = আপাতত এ পর্যন্তই: { $readings }টির মধ্যে { $kept }টি রাখা হয়েছে, { $left }টি বাদ দেওয়া হয়েছে।
done-limit = আজ এতটুকুই পড়ার কথা ছিল: { $readings }টির মধ্যে { $kept }টি রাখা হয়েছে।

## The list of all sentences

reading-kept = রাখা হয়েছে
reading-left-out = বাদ দেওয়া
reading-open = পড়া বাকি
reading-none = `{ $given }` তালিকার কোনো বাক্য নয়; 1 থেকে { $readings } পর্যন্ত একটি সংখ্যা দিন। l: পুরো তালিকা
report-ask = এই বাক্যে কী ভুল আছে?
report-spelling = এতে লেখার ভুল আছে
report-unnatural = এভাবে কেউ বলে না
report-unclear = এটি দুভাবে পড়া যায়
report-unfit = আমি এটি জোরে পড়তে চাই না
report-other = অন্য কিছু
report-keys = একটি সংখ্যা লিখুন, চাইলে তার পরে আরও কিছু লিখুন। Enter: থাক
report-thanks = ধন্যবাদ: আপনার কথা জানানো হলো।
report-none = কিছু জানানো হয়নি।

## Keys

keys-showing = Enter: রেকর্ড করুন   s: বাদ দিন   b: আগেরটি   q: আজ এখানেই শেষ
keys-recording = এখন পড়ুন। Enter: থামান
keys-verdict = Enter: রাখুন   r: আবার পড়ুন   p: শুনুন   s: বাদ দিন   b: আগেরটি
keys-rejected = Enter: আবার পড়ুন   k: তবু রাখুন   p: শুনুন   s: বাদ দিন
keys-kept = Enter: এগিয়ে যান   r: আবার পড়ুন   p: শুনুন   d: মুছুন   b: আগেরটি
keys-attempts = <  >: আগের বা পরের রেকর্ডিং
keys-delete = এই রেকর্ডিং চিরতরে মুছবেন? কেউ এটি ফিরিয়ে আনতে পারবে না।   d: মুছুন   Enter: না
keys-paused = Enter: এগিয়ে যান   q: আজ এখানেই শেষ
keys-done = Enter: শেষ করুন   b: শেষ বাক্যে ফিরুন   u: শেষ সিদ্ধান্ত ফেরান   l: পুরো তালিকা
keys-hands-free = তৈরি হলে প্রতিটি বাক্য পড়ুন; পরেরটি নিজে থেকেই আসবে। q: আজ এখানেই শেষ   w: বিরতি   ?: সব বোতাম
key-unknown = `{ $key }` এখানে কোনো কাজ করে না; ? লিখলে সব বোতাম দেখা যাবে।
key-arrows = তীর ও অন্য বিশেষ বোতাম এখানে কাজ করে না; ? লিখলে সব বোতাম দেখা যাবে।
help-enter = রেকর্ড করা; থামানো; ভালো রেকর্ডিং রাখা; যেটি ভালো হয়নি তা আবার পড়া
    .key = Enter
help-keep = এই রেকর্ডিং রাখা
    .key = k
help-redo = আবার পড়া; অন্য একটি না রাখা পর্যন্ত এই রেকর্ডিং থেকে যায়
    .key = r
help-play = এই রেকর্ডিং শোনা; বাক্য দেখানোর সময় তার শেষ রেকর্ডিংটি
    .key = p
help-hear = এই বাক্যের উদাহরণ আবার শোনা
    .key = e
help-skip = বাদ দেওয়া, চাইলে কারণসহ; বাক্যটি শেষে আবার আসে
    .key = s [কারণ]
help-report = এই বাক্যে কিছু ভুল থাকলে তা জানানো
    .key = x [কী ভুল]
help-back = আগের বাক্যে ফেরা
    .key = b
help-choose = একই বাক্যের আগের বা পরের রেকর্ডিং দেখা
    .key = <  >
help-undo = শেষ সিদ্ধান্ত ফিরিয়ে নেওয়া, যতবার ইচ্ছা
    .key = u
help-delete = এই রেকর্ডিং চিরতরে মোছা; আগে জিজ্ঞেস করা হয়
    .key = d
help-list = সব বাক্যের তালিকা, আর কোনটির কী হয়েছে
    .key = l
help-goto = তালিকার এই সংখ্যার বাক্যে যাওয়া
    .key = g সংখ্যা
help-help = বোতামের এই তালিকা
    .key = ?
help-pause = বিরতি নেওয়া
    .key = w
help-mode = রেকর্ডিং কীভাবে থামবে: আপনি থামাবেন, চুপ করলে থামবে, নাকি সব নিজে থেকেই হবে; প্রতিবার m দিলে পরেরটি আসে
    .key = m
help-quit = আজকের মতো শেষ করা; পরের বার এখান থেকেই শুরু হবে
    .key = q
help-interrupt = এখনই থামা; যা রেখেছেন তা নিরাপদ
    .key = Ctrl-C

## Why a command cannot be followed now

refusal-recording = রেকর্ডিং চলছে। আগে Enter চেপে থামান।
refusal-not-recording = এখন কিছু রেকর্ড হচ্ছে না।
refusal-judging = একটু অপেক্ষা করুন, রেকর্ডিংটি দেখা হচ্ছে।
refusal-undecided = আগে এই রেকর্ডিং রাখুন বা বাক্যটি আবার পড়ুন।
refusal-no-take = এই বাক্যের এখনো কোনো রেকর্ডিং নেই।
refusal-no-sound = এই বাক্যের সঙ্গে শোনার কোনো উদাহরণ নেই।
refusal-silent = এতে কারও গলা নেই, তাই রাখা যাবে না। বাক্যটি আবার পড়ুন বা বাদ দিন।
refusal-cut-short = এই রেকর্ডিং মাঝপথে কেটে গেছে, তাই রাখা যাবে না। বাক্যটি আবার পড়ুন।
refusal-no-such-take = ওই দিকে এই বাক্যের আর কোনো রেকর্ডিং নেই।
refusal-elsewhere = এই রেকর্ডিং আগের এক পর্বের, অন্য যন্ত্রে করা; এখান থেকে মোছা যাবে না।
refusal-not-asked = কিছু জিজ্ঞেস করা হয়নি।
refusal-nothing-to-undo = এই পর্বে এমন কোনো সিদ্ধান্ত নেই যা ফিরিয়ে নেওয়া যায়।
refusal-unseen = উত্তর দেওয়ার মতো কিছু দেখানোর আগেই এটি এসেছে।
refusal-done = সব পড়া হয়ে গেছে। আগে কোনো বাক্যে ফিরে যান।
refusal-kept = এটি আগেই রাখা হয়েছে।
refusal-nothing-before = এর আগে কিছু নেই।
refusal-unknown-prompt = বাক্য-তালিকায় এমন বাক্য নেই।
refusal-paused = এখন বিরতি। এগিয়ে যেতে Enter চাপুন।
refusal-not-paused = এখন বিরতি চলছে না।
refusal-device-lost = মাইক্রোফোন নেই। কোনো মাইক্রোফোন পাওয়া গেলেই আবার চলবে।
refusal-not-open = পর্ব শেষ হয়ে গেছে।

## Why a recording stopped

stop-user = আপনি থামিয়েছেন।
stop-end = আওয়াজ শেষ হয়ে গেছে।
stop-length = রেকর্ডিং অনুমোদিত সময়ের চেয়ে লম্বা হয়েছে।
stop-interrupted = মাঝপথে পর্বটি শেষ করা হয়েছে।
stop-device-lost = মাইক্রোফোন আর নেই।
stop-disk = এটি সংরক্ষণ করা যায়নি।
stop-discarded = ভুল করে শুরু হয়েছিল; এর কোনো রেকর্ডিং থাকবে না।
stop-unknown = রেকর্ডিং থেমে গেছে।

## The end of a sitting

close-finished = সব পড়া হয়ে গেছে।
close-limit = এই পর্বের সময় পূর্ণ হয়েছে।
close-quit = আজকের মতো শেষ।
close-interrupted = আপনার কথামতো থামানো হয়েছে।
close-nobody = কারও গলা শোনা যায়নি, তাই থামানো হয়েছে।
close-error = পর্বটি শেষ করতে হয়েছে।
close-device-changed = মাইক্রোফোন বদলে গেছে।
close-recovered = যা মাঝপথে থেমেছিল, তা গুছিয়ে রাখা হয়েছে।
close-unknown = পর্ব শেষ।
farewell-given = এই পর্বে আপনি { $count }টি বাক্য দিয়েছেন, সব মিলিয়ে { $all }টি ({ $minutes } মিনিট)।
farewell-done = সব শেষ হয়েছে। ধন্যবাদ!
farewell-left = { $count }টি বাক্য বাকি। চালিয়ে যেতে:
farewell-where = আপনার রেকর্ডিং এখানে আছে: { $path }
farewell-contact = এগুলো { $name }-কে দিন, { $contact }।
farewell-contact-unnamed = যিনি আপনাকে রেকর্ড করতে বলেছেন, এগুলো তাঁকে দিন।

## Questions

question-speaker = কে পড়ছেন: { $speakers }? (Enter: নতুন কেউ)
question-new-speaker = এখানে `{ $speaker }` নামে কেউ নেই। নতুন কেউ হিসেবে শুরু করতে নামটি আরেকবার লিখুন, অথবা যে নাম লিখতে চেয়েছিলেন সেটি লিখুন:
question-adult = আমার দেশের আইনে আমি প্রাপ্তবয়স্ক
question-contact = আপনার সঙ্গে কীভাবে যোগাযোগ করা যায়; এটি রেকর্ডিং থেকে আলাদা রাখা হয়
page-more = Enter: আরও পড়ুন
form-uses = আমি এসবে রাজি
form-about = আপনার সম্পর্কে, যদি জানাতে চান
form-ticked = [x]
form-open = [ ]
form-needed = (আবশ্যক)
form-left-out = -
form-keys =
    টিক দিতে বা তুলতে লাইনের সংখ্যা লিখে Enter চাপুন, বা সংখ্যার পরে কথা লিখুন, যেমন: { $example } চল্লিশের ঘরে
    শুধু Enter: সব আমার ইচ্ছামতো আছে।   q: বেরিয়ে যান, কিছুই রাখা হবে না
form-lacking = { $numbers } ছাড়া কিছুই রেকর্ড করা যাবে না।
form-unknown = `{ $given }` ফর্মের কোনো লাইন নয়; 1 থেকে { $last } পর্যন্ত একটি সংখ্যা দিন।
form-no-words = লাইন { $number }-এ কথা লেখা যায় না: শুধু এর সংখ্যা লিখলেই টিক বসে বা ওঠে।
form-words = লাইন { $number }-এ কথা লিখতে হয়: সংখ্যার পরে লিখুন। সংখ্যার পরে - লিখলে লাইনটি ফাঁকা হয়।
about-gender = আপনার লিঙ্গ, নিজের ভাষায়
about-age = আপনার বয়স, বা আন্দাজে, যেমন ত্রিশের ঘরে
about-accent = আপনার উচ্চারণের টান বা এলাকা
about-native-language = আপনার মাতৃভাষা

## Uses that are asked for; each goes on with "You may"

scope-asr = আমার রেকর্ডিং দিয়ে যন্ত্রকে মুখের কথা শনাক্ত করতে শেখানো
scope-tts = সেগুলো দিয়ে এমন কৃত্রিম কণ্ঠ তৈরি করা যা আমার গলার মতো শোনাতে পারে
scope-speaker-id = সেগুলো দিয়ে যন্ত্রকে গলা শুনে কে কথা বলছে তা শনাক্ত করতে শেখানো
scope-evaluation = সেগুলো দিয়ে এ ধরনের ব্যবস্থার মূল্যায়ন করা
scope-share-gated =
    { $licence ->
        [none] যাঁরা ব্যবহারের শর্তে সই করেছেন, সেগুলো তাঁদের দেওয়া
       *[other] যাঁরা ব্যবহারের শর্তে সই করেছেন, { $licence } লাইসেন্সে সেগুলো তাঁদের দেওয়া
    }
scope-share-open =
    { $licence ->
        [none] সেগুলো সবার জন্য প্রকাশ করা, যাতে যে কেউ ডাউনলোড করে ব্যবহার করতে পারে
       *[other] { $licence } লাইসেন্সে সেগুলো সবার জন্য প্রকাশ করা, যাতে যে কেউ ডাউনলোড করে লাইসেন্সের অনুমতি অনুযায়ী ব্যবহার করতে পারে
    }
scope-contact-again = পরে আবার রেকর্ডিংয়ের জন্য আমার সঙ্গে যোগাযোগ করা

## The receipt

consent-holds = { $date } তারিখে দেওয়া আপনার সম্মতি (রসিদ { $receipt }) এখনো বহাল আছে।
project-used = প্রকল্প: { $path }
receipt-where = আপনার রসিদ, যাতে প্রত্যাহার কোড আছে, এখানে: { $path }
receipt-code = প্রত্যাহার কোড: { $code }   (এটি যত্ন করে রাখুন; আর কোথাও রাখা হয় না)
controller-unnamed = যিনি এই রেকর্ডিং পরিচালনা করছেন
contact-unnamed = যিনি আপনাকে এই রেকর্ডিং করতে বলেছেন
copy-consent = আপনার সম্মতি
copy-consent-said = { $date } (UTC) তারিখে দেওয়া, আপনার কপি
copy-receipt = রসিদ
copy-speaker = আপনি
copy-speaker-said = বক্তা { $speaker } (আপনার রেকর্ডিংয়ের সঙ্গে কোনো নাম রাখা হয় না)
copy-controller = যাঁকে দেওয়া
copy-contact = যোগাযোগ
copy-until = মেয়াদ
copy-yes = হ্যাঁ
copy-no = না
copy-licence = লাইসেন্স
copy-code = প্রত্যাহার কোড
copy-withdraw = সম্মতি ফেরাতে
copy-keep = এই কোড যত্ন করে রাখুন: এটি আর কোথাও রাখা হয় না, আর এটিই প্রমাণ যে রেকর্ডিংগুলো আপনার।
copy-text = যে লেখাটি আপনাকে দেখানো হয়েছিল ({ $locale }):
withdrawal-by-code = ওপরের যোগাযোগের ঠিকানায় প্রত্যাহার কোডটি জানান; কোনো কারণ জানাতে হবে না।
gone-head = { $date } (UTC) তারিখে প্রত্যাহার করা হয়েছে, নম্বর { $id }
gone-speaker = আপনি তখন পর্যন্ত যা রেকর্ড করেছিলেন তার সবই প্রত্যাহার করেছেন।
gone-session = আপনি একটি পর্ব প্রত্যাহার করেছেন।
gone-take = আপনি একটি রেকর্ডিং প্রত্যাহার করেছেন।
gone-scope = এখন থেকে এটি দিয়ে এই কাজ করা হবে না: { $scope }। আর কিছু বদলায় না।
gone-deleted = চিরতরে মুছে ফেলা হয়েছে: রেকর্ডিং: { $takes }, শব্দের সেকেন্ড: { $seconds }। পরে খুঁজে এর কিছুই পাওয়া যায়নি।
gone-no-release = এটি প্রকাশিত হয়নি।
gone-releases = এটি আগেই বেরিয়ে যাওয়া সংস্করণে আছে: { $releases }। যাঁর কাছে এর কোনোটি আছে তাঁকে সেখান থেকে মুছতে বলা হয়।
gone-models = প্রকাশিত সংস্করণ থেকে আগে যা শেখা হয়ে গেছে তা প্রশিক্ষিত মডেল থেকে বের করা যায় না।
gone-next = পরের সংস্করণ এটি ছাড়াই তৈরি হয়। এই চিঠি রেখে দিন: এটিই প্রমাণ।
mine-head = এখানে আপনার যা কিছু রাখা আছে, তার কপি, { $date } (UTC)
mine-sessions = পর্ব: { $count }, প্রতিটি sessions/ এর ভেতরে নিজস্ব ফোল্ডারে।
mine-files = প্রতিটিতে: আপনার রেকর্ডিং audio/ এ, আপনাকে যা দেখানো হয়েছে এবং তা নিয়ে যা মাপা ও বলা হয়েছে takes.jsonl এ, প্রোগ্রাম যা শুনেছে transcripts.jsonl এ, আপনি যাতে সম্মতি দিয়েছেন consent/ এ।
mine-receipts = receipts/ এ: আপনার রসিদ, চিঠি এবং আপনার সঙ্গে যোগাযোগের বিষয়ে আপনি যা বলেছেন।
mine-rights = এটি আপনার: পড়ুন, রাখুন, যাকে খুশি দিন। আপনার রসিদের কোড দিয়ে আপনি সব প্রত্যাহার করতে পারেন।
feedback-head = আপনার রেকর্ডিংগুলোর কী হলো, যাঁরা সেগুলো সংগ্রহ করেন তাঁদের কাছ থেকে
feedback-thanks = এ পর্যন্ত নেওয়া হয়েছে: { $count }। প্রতিটির জন্য ধন্যবাদ।
feedback-again = দয়া করে আবার পড়ুন: { $count }, প্রায় { $minutes } মিনিটে।
feedback-nothing = কিছুই আবার পড়তে হবে না।
feedback-why = { $count } × { $why }
feedback-advice = বেশির ভাগের কারণ একটাই। এগোনোর আগে: { $fix }
feedback-here = আরেকবার, দয়া করে: { $problem }
feedback-heard = কেউ এটি শুনেছেন এবং আরেকবার পড়তে বলছেন। শান্তভাবে পড়ুন, বাড়িতে যেমন বলতেন।
feedback-how = এর জন্য এই ফাইলটি আপনার রেকর্ডিংয়ের ফোল্ডারের পাশে রাখুন এবং আগের মতোই রেকর্ড করুন।
feedback-of-another = এই মতামত { $given }-এর জন্য, আর পড়ছেন { $wanted }।
feedback-elsewhere = এ ছাড়া, অন্য শিট বা ভাষার, অথবা যা আর শিটে নেই: { $count }।
feedback-unreadable = একটি মতামত পড়া যাচ্ছে না, { $path }: { $cause }
hand-in-made = জমা দেওয়ার জন্য আপনার ফাইল: { $files } – এর কোড { $code }।
hand-in-nothing = আগে জমা দেওয়া হয়নি এমন কিছু নেই।
hand-in-lacking = সবকিছু ফাইলে রাখা যায়নি: { $count }। যিনি রেকর্ডিং চেয়েছেন তাঁকে জানান।
farewell-bundle = এগুলো দিয়ে জমা দেওয়ার একটি ফাইল বানাতে:

## The page in the browser: what is said of a sitting

language-name = বাংলা
page-link = এই লিংকটি এই কম্পিউটারের ব্রাউজারে খুলুন; এটি দিয়ে পাতাটি একবার খোলে:
page-address = যে ব্রাউজারে পাতাটি খোলা ছিল, তাতে { $address } লিখলে আবার খোলে।
page-running = পাতাটি আগে থেকেই খোলা; আরেকবার খোলা হচ্ছে।
page-no-browser = কোনো ব্রাউজার খোলা যাচ্ছে না ({ $cause }); ওপরের লিংকটি খুলুন
page-no-server = পাতাটি দেখানো যাচ্ছে না: { $cause }
    .hint = অন্য কোনো প্রোগ্রাম হয়তো বাধা দিচ্ছে; টার্মিনালে `booth record` দিয়ে রেকর্ড করা যায়
page-alone = দশ মিনিট ধরে কেউ পাতাটি দেখেনি
page-over-said = বুথ বন্ধ হয়েছে। আপনি এই পাতা বন্ধ করতে পারেন।
page-trouble = কাজটি হলো না
page-start = আপনি কী পড়তে চান?
page-sheet-languages = { $count }টি ভাষা
page-consent = শুরু করার আগে
page-sound = আওয়াজ পরীক্ষা
page-microphone-say = কিছু বলুন, যেমন চারপাশে কী দেখছেন; আপনার গলা শোনা হচ্ছে।
page-was-away = পাতাটি বন্ধ ছিল, তাই রেকর্ডিং থামানো হয়েছে; সেটি বাঁচানো হয়েছে।
page-device-searched = প্রতি সেকেন্ডে মাইক্রোফোন খোঁজা হচ্ছে, বড়জোর এক মিনিট ধরে। পাওয়া গেলেই আবার চলবে।
page-device-advice = এটি আবার লাগান, বা অন্য মাইক্রোফোন বেছে নিন।
page-device-busy = অন্য যে প্রোগ্রাম এটি ব্যবহার করছে, সেটি বন্ধ করুন, বা অন্য মাইক্রোফোন বেছে নিন।
page-device-denied = এই কম্পিউটারের গোপনীয়তা সেটিংসে বুথকে মাইক্রোফোন ব্যবহারের অনুমতি দিন।
page-picture-alt = এই বাক্যের সঙ্গের ছবি
page-delete-ask = এই রেকর্ডিং চিরতরে মুছবেন? কেউ এটি ফিরিয়ে আনতে পারবে না।
page-kept = { $readings }টির মধ্যে { $kept }টি রাখা হয়েছে
page-minutes = { $minutes } মিনিট রেকর্ড হয়েছে
page-left = প্রায় { $count } মিনিট বাকি
page-refused-recording = রেকর্ডিং চলছে। আগে থামান।
page-refused-paused = এখন বিরতি চলছে। আগে “এগিয়ে যান” চাপুন।
page-reason-hard-to-say = বলা কঠিন
page-reason-wrong-sentence = এতে কিছু ভুল আছে
page-reason-not-now = এখন নয়
page-verdict-pass = ভালো
page-verdict-warn = একটু দেখে নিন
page-verdict-reject = আবার পড়ুন
page-end = ধন্যবাদ
page-end-left = { $count }টি বাক্য বাকি। এখনই এগিয়ে যেতে পারেন, বা অন্য দিন আবার বুথ চালু করতে পারেন।
page-end-withdraw = আপনার রেকর্ডিং যেকোনো সময় ফিরিয়ে নিতে পারেন: যিনি এগুলো চেয়েছেন, তাঁকে রসিদের কোডটি জানান। কোনো কারণ জানাতে হবে না।
break-offer = আধা ঘণ্টা ধরে পড়ছেন। একটু বিরতি নেবেন?
mode-said = এখন থেকে রেকর্ডিং: { $mode }।
mode-manual = হাতে
mode-auto-stop = নিজে থেকে থামে
mode-hands-free = হাত না লাগিয়ে

## How a microphone does, in a word or two

figure-voice = আপনার গলা
figure-voice-none = শোনা যায়নি
figure-voice-faint = আস্তে
figure-voice-good = ভালো
figure-voice-strong = জোরালো
figure-voice-loud = বেশি জোরে
figure-room = ঘর
figure-room-quiet = শান্ত
figure-room-heard = হালকা আওয়াজ আছে
figure-room-loud = আওয়াজ বেশি
figure-band = আওয়াজ
figure-band-full = পুরো
figure-band-narrow = একটু চাপা
figure-band-telephone = টেলিফোনের মতো

## The page in the browser: its fixed words

# Whole page
page-name = বুথ
page-go-on = এগিয়ে যান
page-back = ফিরে যান
page-close = বন্ধ করুন
page-note-info = জেনে রাখুন
page-note-warn = খেয়াল করুন
page-note-bad = সমস্যা
# Full screen when the program does not answer any more
page-gone = বুথ থেমে গেছে
page-gone-safe = আপনি যা রেখেছেন, সবই এই কম্পিউটারে নিরাপদ আছে।
page-gone-how = চালিয়ে যেতে আগের মতো করে বুথ আবার চালু করুন। তখন এই পাতা নিজে থেকেই ফিরে আসবে, বা নতুন একটি পাতা খুলবে।
page-gone-trying = এই পাতা বুথকে খুঁজছে।
page-elsewhere = বুথ অন্য একটি ট্যাবে খোলা
page-elsewhere-what = একবারে শুধু একটি ট্যাব থেকে রেকর্ড করা যায়।
page-take-over = এই ট্যাব ব্যবহার করুন

# Start: what to read
page-language = এই পাতার ভাষা
page-sheet = বাক্য-তালিকা
page-locale = বাক্যের ভাষা
page-begin = শুরু করুন

# Who reads
page-who = কে পড়ছেন?
page-who-why = একটি বানানো নাম বেছে নিন, আসল নাম কখনোই নয়। শুধু a থেকে z পর্যন্ত ছোট হাতের অক্ষর ও সংখ্যা চলবে।
page-who-before = আমি আগে এখানে পড়েছি
page-who-new = আমি এখানে নতুন
page-who-name = বানানো নাম

# Consent
page-consent-adult = সবার আগে
page-consent-uses = আমি এসবে রাজি
page-consent-about = আপনার সম্পর্কে, যদি জানাতে চান
page-consent-needed = আবশ্যক
page-consent-nothing = আপনার হয়ে কোনো টিক দেওয়া হয়নি। আপনি যেটিতে টিক দেবেন, শুধু সেটিরই অনুমতি থাকবে।
page-agree = রাজি, এগিয়ে যান
page-refuse = বেরিয়ে যান, কিছুই রাখা হবে না

# Microphone
page-microphone-listening = সব মাইক্রোফোন শোনা হচ্ছে
page-microphone-choose = মাইক্রোফোন বেছে নিন
page-microphone-none = কোনো মাইক্রোফোন পাওয়া যায়নি
page-microphone-waiting = অপেক্ষায়
page-microphone-listens = শোনা হচ্ছে
page-microphone-failed = কাজ করছে না
page-microphone-best = আপনার গলার জন্য সেরা
page-microphone-default = কম্পিউটারের বাছাই
page-microphone-chosen = বাছা হয়েছে
page-microphone-use = এটিই নিন
page-microphone-level = এতে আপনার গলা কত জোরে আসে
page-listen = আবার মাপুন

# Sound check
page-check = আওয়াজ পরীক্ষা শুরু করুন
page-check-again = আবার পরীক্ষা করুন
page-check-stop = পড়া হয়েছে
page-check-anyway = তবু এগিয়ে যান
page-check-room = দয়া করে চুপ থাকুন
page-check-sentence = এখন এটি মুখে উচ্চারণ করে পড়ুন
page-check-judging = একটু অপেক্ষা করুন
page-check-passed = আপনার গলা ভালো শোনাচ্ছে
page-check-good = ঠিক আছে
page-check-poor = এখনো ঠিক হয়নি
page-seconds-left = বাকি সেকেন্ড

# Booth: what is going on now
page-phase-showing = তৈরি
page-phase-recording = রেকর্ড হচ্ছে
page-phase-judging = একটু অপেক্ষা করুন
page-phase-verdict = আপনার রেকর্ডিং
page-phase-paused = বিরতি
page-phase-done = সব পড়া হয়ে গেছে
page-phase-lost = মাইক্রোফোন নেই
page-previous = আগের বাক্য
page-next = পরের বাক্য
page-sentence = এটি মুখে উচ্চারণ করে পড়ুন
page-controls = বোতাম
page-again = আরেকবার
page-picture = ছবি

# Booth: what can be done (buttons)
page-record = রেকর্ড করুন
page-stop = থামান
page-keep = রাখুন
page-keep-anyway = তবু রাখুন
page-redo = আবার পড়ুন
page-play = শুনুন
page-play-stop = শোনা থামান
page-skip = বাদ দিন
page-back-step = আগেরটি
page-undo = সিদ্ধান্ত ফেরান
page-delete = মুছুন
page-delete-yes = চিরতরে মুছুন
page-delete-no = মুছবেন না
page-cancel = থাক
page-discard = রেকর্ডিং ফেলে দিন
page-pause = বিরতি নিন
page-resume = এগিয়ে যান
page-quit = আজ এখানেই শেষ
page-list = সব বাক্য
page-hint = ইঙ্গিত দেখুন
page-hint-hide = ইঙ্গিত লুকান
page-hear = উদাহরণ শুনুন
page-report = এই বাক্যে কিছু ভুল আছে?
page-hold = চেপে ধরে রেকর্ড করুন
page-release = ছেড়ে দিয়ে থামান

# Booth: the recording just made
page-take-kept = রাখা হয়েছে
page-take-earlier = আগের রেকর্ডিং
page-take-others = আরও মন্তব্য
page-take-fix = আগে এটি করে দেখুন
page-take-wave = আপনার রেকর্ডিংয়ের ছবি
page-take-speech = আপনার গলা
page-take-attempts = এই বাক্যের রেকর্ডিং
page-attempt = রেকর্ডিং
page-skip-why = বাক্যটি কেন বাদ দিচ্ছেন?
page-skip-plain = কোনো কারণ নেই
page-report-why = এই বাক্যে কী ভুল আছে?
page-who-is-there = আমি আছি

# Booth: the level of the microphone
page-meter = আওয়াজের জোর
page-meter-silent = কিছুই আসছে না
page-meter-room = গলার অপেক্ষায়
page-meter-quiet = একটু আস্তে
page-meter-good = ভালো
page-meter-high = একটু জোরে
page-meter-loud = বেশি জোরে

# List of all sentences
page-list-loading = একটু অপেক্ষা করুন
page-list-all = সব

# Settings
page-settings = সেটিংস
page-settings-mode = রেকর্ডিং কীভাবে থামবে
page-mode-manual = আমি নিজে থামাব
page-mode-auto-stop = আমি চুপ করলে থামবে
page-mode-hands-free = নিজে থেকেই শুরু হবে ও থামবে
page-settings-hold = পড়ার সময় বোতাম চেপে ধরে রাখা
page-settings-auto-play = মন্তব্য থাকলে রেকর্ডিংটি আমাকে শোনানো
page-settings-keys = কিবোর্ডের বোতাম ব্যবহার করা
page-settings-keys-which = কিবোর্ডের বোতাম
page-settings-key-change = বোতাম বদলান
page-settings-key-press = একটি বোতাম চাপুন
page-settings-key-reset = সব বোতাম আগের মতো করুন
page-settings-key-fixed = স্পেস ও Enter সব সময় তা-ই করে, বড় বোতামে যা লেখা থাকে।
page-key-space = স্পেস
page-key-enter = Enter
page-key-escape = Esc

# End
page-end-again = আরও পড়ুন
page-end-finish = শেষ করুন
page-hand-in = জমা দেওয়ার জন্য একটি ফাইল বানান
page-end-where = আপনার রেকর্ডিং
page-receipt = আপনার রসিদ
page-receipt-code = প্রত্যাহার কোড
page-receipt-copy = কোড কপি করুন
page-receipt-copied = কপি হয়েছে
page-receipt-print = এই পাতা প্রিন্ট করুন
page-withdraw = মত বদলালে

# Trouble, and the last page
page-retry = আবার চেষ্টা করুন
page-over = আপনি এখন এই পাতা বন্ধ করতে পারেন।

# The button that opens the rest of the buttons on a small screen, and the heading of what it opens
page-menu = আরও

## Trouble: no capital and no full stop, as it stands behind "trouble:" or "error:"

trouble-head = সমস্যা
trouble-said = { $head }: { $message }
trouble-hint = পরামর্শ: { $hint }

# The microphone and the loudspeaker; $direction is input or output.

-plug-in = আবার লাগান বা --device দিয়ে অন্য একটি বেছে নিন, তারপর চালিয়ে যেতে একই কমান্ড চালান
-devices = কী কী আছে তা `booth devices` দেখায়
device-lost-gone = মাইক্রোফোন `{ $name }` খুলে গেছে
    .wait = এটি আবার লাগান।
    .hint = { -plug-in }
device-lost-invalidated = সিস্টেম মাইক্রোফোন `{ $name }` বদলে দিয়েছে, তাই নতুন করে খুলতে হবে
    .wait = এটি আবার খোলা হচ্ছে।
    .hint = { -plug-in }
device-lost-host = সাউন্ড সিস্টেম বন্ধ হয়ে গেছে, সঙ্গে মাইক্রোফোন `{ $name }`-ও
    .wait = সাউন্ড সিস্টেমের সঙ্গে এটিও ফিরে আসবে।
    .hint = { -plug-in }
device-lost-errors = মাইক্রোফোন `{ $name }` শুধু ত্রুটি জানাচ্ছে
    .wait = এটি খুলে আবার লাগান।
    .hint = { -plug-in }
device-lost-changed = সিস্টেম `{ $name }` ছেড়ে অন্য একটি মাইক্রোফোন বেছে নিয়েছে
    .wait = এখন যেটি বাছা হয়েছে, সেটি দিয়েই চলবে।
    .hint = { -plug-in }
device-lost-suspended = সিস্টেম মাইক্রোফোন `{ $name }` ঘুম পাড়িয়ে রেখেছে
    .wait = সিস্টেমের সাউন্ড সেটিংসে এটি জাগিয়ে তুলুন, বা খুলে আবার লাগান।
    .hint = সিস্টেমের সাউন্ড সেটিংসে এটি জাগিয়ে তুলুন, বা --device দিয়ে অন্য একটি বেছে নিন; তারপর চালিয়ে যেতে একই কমান্ড চালান
device-lost-silent = সাউন্ড সিস্টেম সাড়া দিচ্ছে না, আর মাইক্রোফোন `{ $name }` থেকে কিছুই আসছে না
    .wait = সাউন্ড সিস্টেম আবার সাড়া দিলেই চলবে।
    .hint = সাউন্ড সার্ভার আবার চালু করুন, তারপর চালিয়ে যেতে একই কমান্ড চালান
device-no-audio = মাইক্রোফোন `{ $name }` থেকে কোনো আওয়াজ আসছে না
    .wait = দেখুন, এটি লাগানো ও চালু আছে কি না।
    .hint = দেখুন, এটি লাগানো আছে কি না ও ঘুমিয়ে নেই তো, বা --device দিয়ে অন্য একটি বেছে নিন
device-not-back = { $seconds } সেকেন্ডের মধ্যে কোনো মাইক্রোফোন ফিরে আসেনি
    .hint = { -plug-in }
device-closed = মাইক্রোফোন বন্ধ
device-no-thread = মাইক্রোফোন শোনার অংশটি চালু করা যাচ্ছে না
device-search-ended = মাইক্রোফোন খোঁজা শেষ হয়েছে
device-search-failed = মাইক্রোফোন খোঁজা শুরু করা যাচ্ছে না
-plug-one-in = একটি মাইক্রোফোন লাগান, বা --device file:পথ দিয়ে ফাইল থেকে রেকর্ড করুন
device-no-card = কোনো মাইক্রোফোন নেই: এই কম্পিউটারে সাউন্ড কার্ড নেই, আর কোনো সাউন্ড সার্ভার সাড়া দিচ্ছে না
    .hint = { -plug-one-in }
device-none = কোনো মাইক্রোফোন নেই: সিস্টেম কোনোটি দেখাচ্ছে না
    .hint = { -plug-one-in }
device-missing =
    { $direction ->
        [output] `{ $name }` নামে কোনো স্পিকার নেই
       *[input] `{ $name }` নামে কোনো মাইক্রোফোন নেই
    }
    .hint = { -devices }
device-silent =
    { $direction ->
        [output] স্পিকার `{ $name }` সাড়া দিচ্ছে না
       *[input] মাইক্রোফোন `{ $name }` সাড়া দিচ্ছে না
    }
    .hint = সাউন্ড সার্ভার আবার চালু করুন, বা অন্য যন্ত্র বেছে নিন; `booth devices` সেগুলোর তালিকা দেখায়
device-busy =
    { $direction ->
        [output] স্পিকার `{ $name }` অন্য একটি প্রোগ্রাম ব্যবহার করছে
       *[input] মাইক্রোফোন `{ $name }` অন্য একটি প্রোগ্রাম ব্যবহার করছে
    }
    .hint = অন্য প্রোগ্রামটি বন্ধ করুন, বা অন্য যন্ত্র বেছে নিন; `booth devices` সেগুলোর তালিকা দেখায়
device-denied =
    { $direction ->
        [output] সিস্টেম স্পিকার `{ $name }` ব্যবহার করতে দিচ্ছে না
       *[input] সিস্টেম মাইক্রোফোন `{ $name }` ব্যবহার করতে দিচ্ছে না
    }
    .hint =
        { $system ->
            [linux] `audio` গ্রুপে যোগ করে দিতে বলুন, বা আপনার ডেস্কটপের সাউন্ড সার্ভার চালু করুন
           *[other] সিস্টেমের গোপনীয়তা সেটিংসে এই টার্মিনালকে এটি ব্যবহারের অনুমতি দিন
        }
device-is-file =
    { $direction ->
        [output] `{ $name }` একটি ফাইল, স্পিকার নয়
       *[input] `{ $name }` একটি ফাইল, মাইক্রোফোন নয়
    }
device-no-format =
    { $count ->
        [0] মাইক্রোফোন `{ $name }`-এ { $usable } ফরম্যাটের কোনোটি নেই; অন্য ফরম্যাট আছে
       *[other] মাইক্রোফোন `{ $name }`-এ { $usable } ফরম্যাটের কোনোটি নেই; আছে { $formats }
    }
    .hint = একই যন্ত্রের জন্য hw: এর জায়গায় plughw: লিখুন, যা ফরম্যাট বদলে নেয়, অথবা alsa:default নিন
device-unusable =
    { $direction ->
        [output] `{ $name }` স্পিকার হিসেবে ব্যবহার করা যায় না: { $cause }
       *[input] `{ $name }` মাইক্রোফোন হিসেবে ব্যবহার করা যায় না: { $cause }
    }
    .hint = { -devices }
device-no-server = `{ $name }`-এর পেছনে কোনো সাউন্ড সার্ভার নেই
    .hint = আপনার ডেস্কটপের সাউন্ড সার্ভার চালু করুন, বা অন্য যন্ত্র বেছে নিন; `booth devices` সেগুলোর তালিকা দেখায়
device-fails =
    { $direction ->
        [output] স্পিকার `{ $name }` খোলা যাচ্ছে না: { $cause }
       *[input] মাইক্রোফোন `{ $name }` খোলা যাচ্ছে না: { $cause }
    }
    .hint = { -devices }
playback-no-format = স্পিকার `{ $name }`-এ বাজানো যায় এমন কোনো ফরম্যাট নেই
    .hint = অন্য একটি বেছে নিন; `booth devices` সেগুলোর তালিকা দেখায়
playback-stopped = { $frames }টি ফ্রেমের মধ্যে { $played }টির পর স্পিকার `{ $name }` বাজানো থামিয়ে দিয়েছে
    .hint = অন্য স্পিকার বেছে নিন; `booth devices` সেগুলোর তালিকা দেখায়

# The disk.

-may-write = এমন ফোল্ডার বেছে নিন যেখানে আপনি লিখতে পারেন, বা এর অনুমতি বদলান
storage-missing = { $path } নামে কোনো ফাইল বা ফোল্ডার নেই
storage-denied = সিস্টেম { $path } ব্যবহার করতে দিচ্ছে না: অনুমতি নেই
    .hint = { -may-write }
storage-full = { $path } সংরক্ষণ করা যাচ্ছে না: ডিস্ক ভরে গেছে
    .hint = কিছু জায়গা খালি করুন, তারপর একই কমান্ড আবার চালান
storage-read-only = { $path } সংরক্ষণ করা যাচ্ছে না: ফাইল সিস্টেমটি শুধু পড়ার জন্য
    .hint = { -may-write }
storage-exists = { $path } আগে থেকেই আছে
storage-failed = { $path }-এ ডিস্ক বা সিস্টেমের সমস্যা হয়েছে: { $cause }
-wait = কাজ শেষ হওয়া পর্যন্ত অপেক্ষা করুন, বা অন্য ফোল্ডার ব্যবহার করুন
storage-in-use = এটি { $holder } ব্যবহার করছে
    .hint = { -wait }
storage-in-use-by-another = এটি অন্য একটি প্রোগ্রাম ব্যবহার করছে
    .hint = { -wait }
storage-held = এটি { $holder } ব্যবহার করছে
    .hint = কাজ শেষ হওয়া পর্যন্ত অপেক্ষা করুন; এখানে কেউ কাজ না করলে (এই ডিস্ক তালা দিতে পারে না, আর হয়তো বিদ্যুৎ চলে গিয়েছিল) { $path } মুছে আবার শুরু করুন
storage-no-locks = এই ডিস্ক ফাইলে তালা দিতে পারে না, যেমন কিছু নেটওয়ার্ক ফোল্ডার পারে না: { $path }। কাজ চলছে, আর সেখানকার একটি ফাইল দ্বিতীয় বুথকে চলতে দেয় না। এই ফোল্ডারে একবারে একটি কম্পিউটার থেকেই কাজ করুন, আর কপি রেখে দিন।
storage-journal = আগে কাজের বিবরণী লেখা যায়নি
    .hint = একই কমান্ড আবার চালান; যা রাখা হয়েছে তা নিরাপদ

# The sheet and the sitting.

sheet-empty = বাক্য-তালিকায় কোনো ভাষারই বাক্য নেই
    .hint = sheet.toml-এর পাশে <language>.tsv ফাইলে বাক্য লিখুন, বা অন্য বাক্য-তালিকার ফোল্ডার দিন
sheet-languages = বাক্য-তালিকায় কয়েকটি ভাষা আছে: { $languages }
    .hint = কোনটি পড়া হবে তা --locale দিয়ে জানান
sheet-no-prompt = বাক্য-তালিকায় `{ $prompt }` নামে কোনো বাক্য নেই
    .hint = বাক্যের নামগুলো `booth prompts show` দেখায়
sheet-unknown = `{ $place }` নামে কোনো ফোল্ডার নেই, প্রোগ্রামের ভেতরেও এই নামের কোনো বাক্য-তালিকা নেই
    .hint = প্রোগ্রামে আছে: { $names }; অথবা যে ফোল্ডারে sheet.toml আছে সেটি দিন
speaker-unknown = বক্তা কে, তা জানা নেই
prompt-none = রেকর্ড করার মতো কোনো বাক্য নেই
take-changed = রেকর্ডিংটি বদলে ফিরে এসেছে

# Consent.

-ask-again = আবার প্রশ্নগুলো পেতে --consent ছাড়া `booth record` চালান
consent-of-another = সম্মতিটি বক্তা `{ $given }`-এর, `{ $wanted }`-এর নয়
    .hint = --speaker { $given } দিন, বা অন্য রসিদ
consent-of-another-text = সম্মতি দেওয়া হয়েছিল অন্য লেখায়, এখন যেটি চলছে তাতে নয়
    .hint = { -ask-again }
receipts-no-place = রেকর্ডিংয়ের পাশে বক্তাদের রসিদ রাখার জায়গা নেই
    .hint = --into দিয়ে আলাদা ফোল্ডারে রেকর্ড করুন
consent-yet-to-come = সম্মতির তারিখ { $date }, যা এখনো আসেনি
    .hint = দেখুন, এই কম্পিউটারের ঘড়ি ঠিক আছে কি না
consent-ended = { $date } তারিখে সম্মতির মেয়াদ শেষ হয়েছে
    .hint = { -ask-again }
consent-without-asr = বক্তা মুখের কথা শনাক্ত করায় (asr) রাজি হননি
    .hint = এটি ছাড়া কিছুই রেকর্ড করা হয় না; আবার জিজ্ঞেস করা হলে উত্তর বদলানো যায়
consent-not-given = কিছুই রেকর্ড করা হয়নি: মুখের কথা শনাক্ত করার অনুমতি দেওয়া হয়নি
    .hint = এই বাক্য-তালিকা রেকর্ড করা হয় মুখের কথা শনাক্ত করার জন্য; আপনার সম্পর্কে কিছুই রাখা হয়নি
consent-open = সম্মতির সব প্রশ্নের উত্তর দেওয়া হয়নি
consent-not-signed = সম্মতি দেওয়া হয়নি
consent-missing = সম্মতির রসিদ ছাড়া কিছুই রেকর্ড করা হয় না
    .hint = সম্মতির প্রশ্নগুলোর উত্তর দিন, বা --consent ফাইল দিয়ে রসিদ দিন
flags-of-consent = --yes ও --grant, বা --consent ফাইল
consent-unasked = সম্মতি ছাড়া কিছুই রেকর্ড করা হয় না, আর এখানে কাউকে জিজ্ঞেস করা যায় না
    .hint = { $flag } দিয়ে উত্তর দিন
consent-adults = এখানে শুধু প্রাপ্তবয়স্করাই নিজে নিজে রেকর্ড করতে পারেন
    .hint = অভিভাবকের রসিদ --consent ফাইল দিয়ে দেওয়া যায়
consent-no-text = { $locale }-এর জন্য সম্মতির কোনো লেখা নেই
    .hint = sheet.toml-এর পাশে consent/{ $locale }.txt লিখুন
consent-no-use = `{ $scope }` কোনো ব্যবহার নয়; যেগুলো চলে: { $allowed }
consent-use-not-asked = এখানে { $scope } ব্যবহারের কথা জিজ্ঞেস করা হয় না; জিজ্ঞেস করা হয়: { $asked }
    .hint = এটি বাদ দিন, বা প্রকল্প ফাইলের `uses`-এ যোগ করান
consent-no-licence = { $scope } ব্যবহারের জন্য লাইসেন্স দরকার, কিন্তু কোনোটির নাম দেওয়া হয়নি
    .hint = --licence দিয়ে জানান, যেমন CC-BY-4.0, বা প্রকল্প ফাইলে লিখুন
consent-no-contact = যোগাযোগের ঠিকানা দেওয়া হয়েছে, কিন্তু contact-again ব্যবহারের অনুমতি দেওয়া হয়নি
    .hint = --contact বাদ দিন, বা --grant contact-again দিয়ে অনুমতি দিন
consent-not-kept = সম্মতিতে `{ $field }` রাখার অনুমতি নেই
    .hint = --about { $field }=… বাদ দিন, বা --yes দিয়ে আবার সম্মতি দিন
about-form = `{ $given }` লেখার ধরন KEY=VALUE নয়, যেখানে KEY এগুলোর একটি: { $fields }
about-refused = `{ $field }`-এর উত্তর রাখা যায় না: { $why }
about-long = `{ $field }`-এর উত্তর { $longest } অক্ষরের চেয়ে লম্বা

# The keyboard and the system.

answer-needed = একটি উত্তর দরকার: { $question }
    .hint = এখানে কাউকে জিজ্ঞেস করা যায় না; { $flag } দিয়ে উত্তর দিন
answer-form = `{ $question }`-এর উত্তর এভাবে দেওয়া হয় না
answer-not-asked = `{ $question }` এখন জিজ্ঞেস করা হচ্ছে না
answer-ended = উত্তর আসার আগেই লেখা আসা বন্ধ হয়ে গেছে
interrupted = আপনার কথামতো থামানো হয়েছে
system-no-signal = Ctrl-C-এর দিকে নজর রাখা যাচ্ছে না: { $cause }
system-no-random = সিস্টেম দৈব সংখ্যা দিচ্ছে না: { $cause }
system-epoch = SOURCE_DATE_EPOCH-এর মান `{ $given }`; 1970 থেকে গোনা সেকেন্ডের পূর্ণ সংখ্যা চলে
system-json = একটি মান JSON হিসেবে লেখা যায় না

## A bar that shows how far a long work is; what stands in quotes is filled in by the bar

progress-bar = { "{bar:32}" } { "{pos}" } / { "{len}" } { $unit }  { "{per_sec}" }  { "{eta}" } বাকি  { "{msg}" }

## Findings, the most important first: title, problem, what to do now, why it matters to a corpus

check-unreadable-file-title = ফাইল পড়া যাচ্ছে না
check-unreadable-file-problem = ফাইলটি অডিও হিসেবে পড়া যাচ্ছে না।
check-unreadable-file-fix = নিচে লেখা কারণটি দেখুন: ফাইলটি রূপান্তর করুন বা আবার কপি করুন। এইমাত্র রেকর্ড হয়ে থাকলে আবার রেকর্ড করুন।
check-unreadable-file-why = যে ফাইল তার হেডারে লেখা দৈর্ঘ্যের আগেই শেষ হয়, বা অডিওই নয়, প্রশিক্ষণের প্রোগ্রাম তা কেটে ফেলে বা ফিরিয়ে দেয়, প্রায়ই কিছু না জানিয়ে।

check-device-lost-title = মাইক্রোফোন চলে গেছে
check-device-lost-problem = রেকর্ড করার সময় মাইক্রোফোন চলে গেছে বা বদলে গেছে।
check-device-lost-fix = মাইক্রোফোন ফিরে এলেই বাক্যটি আবার পড়ুন।
check-device-lost-why = ওই মুহূর্তের পরে যা বলা হয়েছে তা নেই, বা অন্য মাইক্রোফোন থেকে এসেছে; যা আছে তা পুরো বলেই মনে হয়, তাই পরে কেউ শুনে ধরতে পারে না।

check-empty-file-title = কিছু রেকর্ড হয়নি
check-empty-file-problem = কোনো আওয়াজ রেকর্ড হয়নি।
check-empty-file-fix = দেখুন, মাইক্রোফোন লাগানো আছে কি না ও ব্যবহারের অনুমতি আছে কি না।
check-empty-file-why = এত ছোট রেকর্ডিংয়ে কোনো শব্দ থাকে না; মডেল এতে শেখে যে লেখা মানে নীরবতাও হতে পারে।

check-digital-silence-title = শুধু নীরবতা
check-digital-silence-problem = শুধু নীরবতা এসেছে।
check-digital-silence-fix = মাইক্রোফোন মিউট করা বা ভুল মাইক্রোফোন বাছা হয়েছে: এটি চালু করুন বা অন্যটি বেছে নিন।
check-digital-silence-why = চালু মাইক্রোফোনে সব সময় এক ধাপের বেশি নড়াচড়া থাকে: এটি মিউট করা বা ভুল ইনপুট, শান্ত ঘর নয়।

check-take-long-title = অনুমোদিত সময়ের চেয়ে লম্বা
check-take-long-problem = রেকর্ডিংটি অনুমোদিত সময়ের চেয়ে লম্বা।
check-take-long-fix = শুধু যা দেখানো হয়েছে তা-ই পড়ুন, আর পড়া হলে থামান।
check-take-long-why = এক বাক্য পড়তে কারও এত সময় লাগে না: মাইক্রোফোন খোলা থেকে গেছে, বা এটি অন্য ফাইল। এর চেয়ে লম্বা অংশ পরীক্ষা করা হয় না, আর তার শেষটা না-ও থাকতে পারে।

check-computer-slept-title = কম্পিউটার ঘুমিয়ে গিয়েছিল
check-computer-slept-problem = কম্পিউটার ঘুমিয়ে গিয়েছিল, আর তখন যা বলা হয়েছে তা নেই।
check-computer-slept-fix = এই বাক্যটি আবার পড়ুন।
check-computer-slept-why = ঘুমন্ত কম্পিউটার বা থামানো প্রোগ্রাম কিছুই রেকর্ড করে না; আগের ও পরের অংশ একটি শব্দের মাঝখানে জুড়ে যায়, আর পরে কেউ তা শুনে ধরতে পারে না।

check-scale-wrong-title = ভুল মাপ
check-scale-wrong-problem = নমুনাগুলো পূর্ণ মাপের অনেক বাইরে: পূর্ণ সংখ্যাকে ফ্লোট হিসেবে সংরক্ষণ করা হয়েছে।
check-scale-wrong-fix = সব নমুনাকে মূল পূর্ণ সংখ্যার পূর্ণ মাপ দিয়ে ভাগ করুন, 16 বিটের জন্য 32768 দিয়ে, এবং ফাইলটি আবার সংরক্ষণ করুন।
check-scale-wrong-why = ফ্লোটের পূর্ণ মাপ 1। ফ্লোট হিসেবে রাখা পূর্ণ সংখ্যা হাজার হাজার গুণ বড়: বাজানোর ও প্রশিক্ষণের প্রোগ্রাম সেগুলো কেটে নয়েজ বানিয়ে ফেলে।

check-capture-xrun-title = আওয়াজ হারিয়ে গেছে
check-capture-xrun-problem = কম্পিউটার খুব ব্যস্ত ছিল, তাই কিছু আওয়াজ হারিয়ে গেছে।
check-capture-xrun-fix = অন্য প্রোগ্রাম বন্ধ করে বাক্যটি আবার পড়ুন।
check-capture-xrun-why = কম্পিউটার যেসব নমুনা ফেলে দিয়েছে সেগুলো আর নেই, আর দুই প্রান্ত জুড়ে গেছে; পরে শুনে কেউ তা ধরতে পারে না, তাই রেকর্ড করার সময়ই তা গোনা হয়।

check-dropout-silent-title = আওয়াজ কেটে গেছে
check-dropout-silent-problem = এক মুহূর্তের জন্য আওয়াজ কেটে গেছে।
check-dropout-silent-fix = তার বা তারহীন সংযোগ দেখে নিন এবং বাক্যটি আবার পড়ুন।
check-dropout-silent-why = আওয়াজের মাঝখানের ভরাট করা ফাঁক মানে তার, তারহীন সংযোগ বা ড্রাইভারের একটি হারানো বাফার, আর একটি শব্দে গর্ত।

check-no-speech-title = কারও কথা নেই
check-no-speech-problem = কোনো কথা শোনা যায়নি।
check-no-speech-fix = মাইক্রোফোন দেখে নিন এবং বাক্যটি মুখে উচ্চারণ করে পড়ুন।
check-no-speech-why = লেখার সঙ্গে কথা ছাড়া রেকর্ডিং থাকলে শনাক্তকারী মডেল নয়েজের মধ্যে শব্দ লিখতে শেখে।

check-dropout-repeat-title = আওয়াজ দুবার এসেছে
check-dropout-repeat-problem = মাইক্রোফোন আওয়াজের একটি অংশ দুবার দিয়েছে।
check-dropout-repeat-fix = বাক্যটি আবার পড়ুন; আবার এমন হলে অন্য USB সকেট ব্যবহার করুন।
check-dropout-repeat-why = যে ড্রাইভার একই বাফার আবার চালায়, সে এমন তোতলামি তৈরি করে যা কোনো মুখ করে না; আসল আওয়াজ শেষ বিট পর্যন্ত কখনো হুবহু ফিরে আসে না।

check-clipped-title = বেশি জোরে, বিকৃত
check-clipped-problem = রেকর্ডিংটি বেশি জোরে হয়েছে, তাই গলা বিকৃত হয়ে গেছে।
check-clipped-fix = মাইক্রোফোনের ভলিউম কমান বা এক হাতের তালু পরিমাণ পিছিয়ে যান।
check-clipped-why = কাটা চূড়া আর ঠিক করা যায় না, আর মডেলের কাছে তা অন্য কারও গলা। পরীক্ষাটি রেকর্ডিংয়ের নিজের সীমা দেখে, তাই কাটা রেকর্ডিংয়ের আওয়াজ কমালেও তা লুকায় না।

check-start-cut-title = শুরু কেটে গেছে
check-start-cut-problem = রেকর্ডিং শুরুর সময় কেউ আগে থেকেই কথা বলছিল।
check-start-cut-fix = এক মুহূর্ত পরে শুরু করুন; কথাটা আপনার না হলে, চারপাশ শান্ত হওয়া পর্যন্ত অপেক্ষা করুন।
check-start-cut-why = শব্দের প্রথম ধ্বনিটি নেই, তাই মডেল ঠিক যেখানে লেখা ও আওয়াজ মেলায়, সেখানেই দুটি মেলে না।

check-end-cut-title = শেষ কেটে গেছে
check-end-cut-problem = রেকর্ডিং শেষের সময়ও কেউ কথা বলছিল।
check-end-cut-fix = থামানোর আগে এক মুহূর্ত অপেক্ষা করুন; কথাটা আপনার না হলে, চারপাশ শান্ত হলে আবার পড়ুন।
check-end-cut-why = শেষ শব্দের শেষটুকু নেই, তাই মডেল ঠিক যেখানে লেখা ও আওয়াজ মেলায়, সেখানেই দুটি মেলে না।

check-read-incomplete-title = বাক্যের তুলনায় ছোট
check-read-incomplete-problem = এই বাক্যের তুলনায় রেকর্ডিংটি বেশি ছোট।
check-read-incomplete-fix = পুরোটা কি পড়া হয়েছিল? শুরু থেকে শেষ পর্যন্ত আবার পড়ুন।
check-read-incomplete-why = যেসব শব্দ লেখায় আছে কিন্তু আওয়াজে নেই, সেগুলোই লেবেলের সবচেয়ে খারাপ ভুল। বক্তার গতি জানা গেলে পড়ার সময় থেকেই তা ধরা পড়ে।

check-read-too-long-title = বাক্যের তুলনায় লম্বা
check-read-too-long-problem = এই বাক্যের তুলনায় রেকর্ডিংটি বেশি লম্বা।
check-read-too-long-fix = বাক্যটি কি দুবার পড়া হয়েছে, বা আর কিছু বলা হয়েছে? শুধু বাক্যটি একবার পড়ুন, আর কিছু নয়।
check-read-too-long-why = দুবার পড়া বা বাড়তি কথাসহ পড়া বাক্যের আওয়াজে এমন শব্দ থাকে যা লেখায় নেই।

check-prompt-mismatch-title = এই বাক্য নয়
check-prompt-mismatch-problem = যা শোনা গেছে তা এই বাক্য নয়।
check-prompt-mismatch-fix = যেমন লেখা আছে তেমনই পড়ুন।
check-prompt-mismatch-why = অন্য বাক্য সাবলীলভাবে পড়লে আওয়াজের সব পরীক্ষায় পাস করে; শুধু শনাক্তকারীর পাওয়া শব্দ থেকেই তা বোঝা যায়।

check-duplicate-exact-title = একই রেকর্ডিং আবার
check-duplicate-exact-problem = এটি আর অন্য একটি রেকর্ডিং হুবহু এক।
check-duplicate-exact-fix = বাক্যটি পড়ুন; প্রতিটি বাক্যের নিজের আলাদা রেকর্ডিং দরকার।
check-duplicate-exact-why = দুই বাক্যের নিচে একই রেকর্ডিং মানে একটি লেখা ভুল; একই বাক্যের নিচে দুবার থাকলে এক গলা দুবার গোনা হয়।

check-duplicate-near-title = অন্য রেকর্ডিংয়ের নকল
check-duplicate-near-problem = এটি অন্য একটি রেকর্ডিংয়ের নকল বলে মনে হচ্ছে।
check-duplicate-near-fix = বাক্যটি পড়ুন; প্রতিটি বাক্যের নিজের আলাদা রেকর্ডিং দরকার।
check-duplicate-near-why = নকলকে জোরালো, ছোট বা নয়েজে ভরা করলেও তা দ্বিতীয়বার পড়া হয় না।

check-noisy-title = আশপাশের আওয়াজ
check-noisy-problem = আশপাশে বেশি আওয়াজ।
check-noisy-fix = জানালা বন্ধ করুন, ফ্যান বন্ধ করুন, মাইক্রোফোনের কাছে আসুন।
check-noisy-why = নয়েজ যেখানে গলার 10 dB-এর মধ্যে চলে আসে, সেখানে শব্দ শনাক্ত করার ভুল খুব দ্রুত বাড়ে।

check-narrowband-title = টেলিফোনের মতো শোনায়
check-narrowband-problem = এটি টেলিফোনের মতো শোনাচ্ছে।
check-narrowband-fix = হেডসেটটি হয়তো কল মোডে আছে; তার ব্যবহার করুন বা কম্পিউটারের নিজের মাইক্রোফোন নিন।
check-narrowband-why = স আর ফ আলাদা করার ধ্বনিগুলো টেলিফোনে থাকে না; পূর্ণ আওয়াজের সংগ্রহে মিশলে এটি ভাষার বদলে যন্ত্রটাকেই শেখায়।

check-format-low-title = রেকর্ডিংয়ের মান কম
check-format-low-problem = রেকর্ডিংয়ের ফরম্যাট এই প্রকল্পের দরকারের চেয়ে নিচু মানের।
check-format-low-fix = যন্ত্রটি 16 বিট ও অন্তত চাওয়া হারে সেট করুন।
check-format-low-why = প্রকল্পের চাওয়ার চেয়ে কম হার বা কম বিট, ফাইল রূপান্তর করে ফিরিয়ে আনা যায় না।

check-channel-dead-title = শুধু এক পাশে আওয়াজ
check-channel-dead-problem = বাম ও ডান পাশের মধ্যে শুধু একটিতে আওয়াজ আছে।
check-channel-dead-fix = সেই পাশটিই নেওয়া হয়; দুই পাশই চাইলে প্লাগ দেখে নিন।
check-channel-dead-why = এক পাশে কিছুই নেই: প্লাগ অর্ধেক ঢুকেছে, বা অন্য মাইক্রোফোন বাছার কথা ছিল।

check-channels-inverted-title = দুই পাশ একে অন্যকে মোছে
check-channels-inverted-problem = দুই পাশের আওয়াজ একে অন্যকে মুছে দিচ্ছে।
check-channels-inverted-fix = মাইক্রোফোন মনোতে (mono) সেট করুন।
check-channels-inverted-why = দুই পাশ মিশিয়ে এক করলেই একে অন্যকে মুছে দেয়, আর কথা পাতলা হয়ে যায় বা মিলিয়ে যায়।

check-channels-differ-title = দুই পাশে দুই গলা
check-channels-differ-problem = দুই পাশে আলাদা গলা আছে, আর শুধু একটি পাশ নেওয়া হয়।
check-channels-differ-fix = প্রতি পাশের আলাদা ফাইল করুন, বা একবারে একজনকে রেকর্ড করুন।
check-channels-differ-why = ফোনালাপ বা সাক্ষাৎকারে প্রতি পাশে একজন থাকেন। এক পাশ নেওয়া হয়, অন্যটি বাদ যায়: তার শব্দগুলো থাকে না, বা লেখায় থাকে কিন্তু আওয়াজে নয়।

check-too-quiet-title = খুব আস্তে
check-too-quiet-problem = এই রেকর্ডিংয়ে আপনার গলা শোনা কঠিন।
check-too-quiet-fix = মাইক্রোফোনের কাছে আসুন বা এর ভলিউম বাড়ান।
check-too-quiet-why = খুব আস্তে বলা গলা যন্ত্রের নয়েজের কাছাকাছি থাকে, আর আওয়াজ বাড়ালে মডেল দুটিই শোনে।

check-noise-gated-title = শব্দের ফাঁকে কাটা
check-noise-gated-problem = যন্ত্রটি শব্দের ফাঁকে ফাঁকে আওয়াজ কেটে দিচ্ছে।
check-noise-gated-fix = নয়েজ কমানোর সুবিধা (noise suppression) বন্ধ করুন।
check-noise-gated-why = নয়েজ কমানোর সুবিধা নয়েজের সঙ্গে শ্বাস ও শব্দের নরম শেষও কেটে দেয়, আর এমন ফাঁক রাখে যা কোনো ঘরে থাকে না।

check-limited-title = জোরালো অংশ চেপে গেছে
check-limited-problem = জোরালো অংশগুলো চেপে গেছে।
check-limited-fix = মাইক্রোফোন বুস্ট ও স্বয়ংক্রিয় ভলিউম বন্ধ করুন, বা মাইক্রোফোনের ভলিউম কমান।
check-limited-why = স্বয়ংক্রিয় ভলিউম, বুস্ট ও লিমিটার জোরালো আওয়াজ চেপে দেয়; হার বদলানো কাটা রেকর্ডিংও ঠিক এমনই দেখায়।

check-hum-50-title = বিদ্যুতের গুনগুন, 50 Hz
check-hum-50-problem = বিদ্যুতের গুনগুন আওয়াজ আছে।
check-hum-50-fix = চার্জার খুলে ফেলুন, বা অন্য সকেট বা তার ব্যবহার করুন।
check-hum-50-why = বিদ্যুতের গুনগুন পর্বের প্রতিটি শব্দের নিচে থাকে; প্লাগের কাছে সরানো সহজ, পরে কঠিন।

check-hum-60-title = বিদ্যুতের গুনগুন, 60 Hz
check-hum-60-problem = বিদ্যুতের গুনগুন আওয়াজ আছে।
check-hum-60-fix = চার্জার খুলে ফেলুন, বা অন্য সকেট বা তার ব্যবহার করুন।
check-hum-60-why = বিদ্যুতের গুনগুন পর্বের প্রতিটি শব্দের নিচে থাকে; প্লাগের কাছে সরানো সহজ, পরে কঠিন।

check-rumble-title = ভারী গমগম
check-rumble-problem = ভারী গমগম আওয়াজ আছে।
check-rumble-fix = মাইক্রোফোন টেবিল থেকে তুলে নিন এবং বাতাস থেকে আড়াল করুন।
check-rumble-why = পায়ের আওয়াজ, বাতাস ও টেবিল সবচেয়ে নিচু কম্পাঙ্ক ভরে দেয়; ফিল্টার তা সরায়, কিন্তু কারণটি প্রায়ই ঠকঠক আওয়াজও করে।

check-click-noise-title = খট বা ঠক আওয়াজ
check-click-noise-problem = কথার কাছাকাছি খট বা ঠক আওয়াজ আছে।
check-click-noise-fix = টেবিলে হাত দেবেন না, আর বোতাম চাপার আগে এক মুহূর্ত অপেক্ষা করুন।
check-click-noise-why = কথার পাশে বোতাম চাপা ও ঠকঠক এমন ধ্বনি হয়ে যায়, যা মডেল সেখানে আশা করতে শিখে ফেলতে পারে।

check-reverberant-title = ঘরে প্রতিধ্বনি হয়
check-reverberant-problem = আপনার গলা দেয়াল থেকে ফিরে আসছে।
check-reverberant-fix = পর্দা বা বিছানা আছে এমন ঘরে যান, আর মাইক্রোফোনের কাছে আসুন।
check-reverberant-why = প্রতিধ্বনির ঘর এক ধ্বনিকে পরেরটির সঙ্গে লেপে দেয়; এটি পরে যোগ করা যায়, কিন্তু কখনো সরানো যায় না।

check-level-changed-title = আগের চেয়ে জোরে বা আস্তে
check-level-changed-problem = আওয়াজ আগের চেয়ে অনেক জোরে বা আস্তে।
check-level-changed-fix = শুরুতে যেভাবে বসেছিলেন সেভাবে বসুন।
check-level-changed-why = আওয়াজের মাত্রা হঠাৎ বদলানো মানে বক্তা বা মাইক্রোফোন সরে গেছে, আর তার সঙ্গে পর্বের বাকিটাও।

check-room-changed-title = আশপাশের আওয়াজ বদলেছে
check-room-changed-problem = শুরুর তুলনায় আশপাশের আওয়াজ বেড়েছে।
check-room-changed-fix = কিছু কি চালু করা হয়েছে? সেটি বন্ধ করুন, বা অপেক্ষা করুন।
check-room-changed-why = কিছু একটা চালু করা হয়েছে। একশ বাক্যের পরে নয়, এক বাক্যের পরেই জানা ভালো।

check-upsampled-title = সেট করা মানের চেয়ে কম
check-upsampled-problem = মাইক্রোফোন যে মানে সেট করা, আওয়াজ তার চেয়ে কম মানের আসছে।
check-upsampled-fix = সাউন্ড সেটিংসে মাইক্রোফোনের নিজের নমুনা হার (sample rate) বেছে নিন।
check-upsampled-why = ফাইলটি তার ভেতরের আওয়াজের চেয়ে বড়, আর পূর্ণ আওয়াজের মডেল শেখে যে উঁচু কম্পাঙ্ক মানে নীরবতা।

check-peak-hot-title = প্রায় বেশি জোরে
check-peak-hot-problem = আওয়াজ প্রায় বেশি জোরে।
check-peak-hot-fix = মাইক্রোফোনের ভলিউম একটু কমান।
check-peak-hot-why = আর প্রায় জায়গা নেই: পরের জোরালো শব্দটিই কেটে যাবে।

check-dc-offset-title = বৈদ্যুতিক সরণ
check-dc-offset-problem = মাইক্রোফোনের সকেট আওয়াজে একটি স্থির বৈদ্যুতিক সরণ যোগ করছে।
check-dc-offset-fix = বাক্যটি আবার পড়ুন। আবার এমন হলে অন্য সকেট বা অন্য মাইক্রোফোন ব্যবহার করুন।
check-dc-offset-why = স্থির সরণ আওয়াজের জায়গা কমায় আর প্রতিটি কাটায় খট করে; বেশির ভাগ যন্ত্রে এটি থাকে না।

check-pause-long-title = লম্বা থামা
check-pause-long-problem = মাঝখানে লম্বা থামা আছে।
check-pause-long-fix = না থেমে একটানা পড়ুন।
check-pause-long-why = মাঝখানে লম্বা থামা প্রায়ই পাতা ওলটানো বা দ্বিতীয় চেষ্টা।

check-lead-silence-long-title = শুরুতে লম্বা নীরবতা
check-lead-silence-long-problem = শুরুতে লম্বা নীরবতা আছে।
check-lead-silence-long-fix = কিছু করতে হবে না: এটুকু কেটে ফেলা হবে। পরের বার “রেকর্ড হচ্ছে” দেখার একটু পরেই পড়া শুরু করুন।
check-lead-silence-long-why = নীরবতায় জায়গা ও প্রশিক্ষণের সময় খরচ হয়; কোনো ক্ষতি ছাড়াই তা কেটে ফেলা হয়।

check-trail-silence-long-title = শেষে লম্বা নীরবতা
check-trail-silence-long-problem = শেষে লম্বা নীরবতা আছে।
check-trail-silence-long-fix = কিছু করতে হবে না: এটুকু কেটে ফেলা হবে। পরের বার শেষ শব্দের একটু পরেই Enter চাপুন।
check-trail-silence-long-why = নীরবতায় জায়গা ও প্রশিক্ষণের সময় খরচ হয়; কোনো ক্ষতি ছাড়াই তা কেটে ফেলা হয়।

check-mos-low-title = হয়তো শুনতে ভালো নয়
check-mos-low-problem = এটি শুনতে ভালো না-ও হতে পারে।
check-mos-low-fix = শুনে দেখুন, ভালো না লাগলে বাক্যটি আবার পড়ুন।
check-mos-low-why = কেমন শোনায়, তা নিয়ে দ্বিতীয় মত; মডেলটি কাটা চূড়া ও টেলিফোনের মতো আওয়াজ প্রায় ধরতেই পারে না, তাই এটি অন্য কোনো পরীক্ষার বিকল্প নয়।

check-speech-doubtful-title = হয়তো কথা নয়
check-speech-doubtful-problem = এটি কারও কথা না-ও হতে পারে।
check-speech-doubtful-fix = শুনে দেখুন, কেউ কথা না বললে বাক্যটি আবার পড়ুন।
check-speech-doubtful-why = যাকে কথা বলে ধরা হয়েছে, তা গান, কাশি বা দরজার আওয়াজ হতে পারে।

check-channels-identical-title = দুই পাশ একই
check-channels-identical-problem = দুই পাশ একই: একটিই রাখা হয়।
check-channels-identical-fix = কিছু করতে হবে না; মাইক্রোফোন মনোতে (mono) রাখলে জায়গা বাঁচে।
check-channels-identical-why = কোনো ভুল নেই; ফাইলটি দরকারের দ্বিগুণ বড়।

## Findings that come from no check

check-interrupted-title = রেকর্ডিং মাঝপথে কেটেছে
check-interrupted-problem = প্রোগ্রাম হঠাৎ বন্ধ হওয়ায় বা থামানোয় রেকর্ডিং মাঝপথে কেটে গেছে।
check-interrupted-fix = এর শেষটুকু শুনুন; কোনো শব্দ হারালে আবার পড়ুন।
check-interrupted-why = কেটে যাওয়া শব্দ লেখায় থাকে কিন্তু আওয়াজে নয়, আর মডেলকে শব্দ বাদ দিতে শেখায়।

check-file-altered-title = ফাইল বদলানো হয়েছে
check-file-altered-problem = যে ফাইলটি রেকর্ড করা হয়েছিল, এটি সেটি নয়।
check-file-altered-fix = রেকর্ড করা ফাইলটি ফিরিয়ে আনুন, বা আবার রেকর্ড করুন।
check-file-altered-why = যাচাইয়ের পরে বদলানো ফাইলে কী আছে কেউ বলতে পারে না: এর ফল, লেখা ও সম্মতি অন্য ফাইলের।

check-file-missing-title = ফাইল নেই
check-file-missing-problem = ফাইলটি জায়গামতো নেই।
check-file-missing-fix = কপি থেকে ফিরিয়ে আনুন, বা আবার রেকর্ড করুন।
check-file-missing-why = আওয়াজ ছাড়া লেখা কিছুই শেখায় না, আর তার যে হিসাব রাখা আছে তা ভুল।
