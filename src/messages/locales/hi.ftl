# The words that a contributor can meet, in Hindi.
#
# Plain spoken standard Hindi, the reader addressed as आप with requests in -एँ (पढ़ें, चुनें), as in the sheet and the
# consent text; nothing that would need the reader's gender. `one` also holds for 0, so it shows the number.
#
# recording (take) रिकॉर्डिंग, sentence (prompt, reading) वाक्य, sitting सत्र, microphone माइक्रोफ़ोन, loudspeaker स्पीकर,
# break ब्रेक, keep रखना, skip and leave out छोड़ना, receipt रसीद, consent सहमति, withdrawal code वापसी कोड, sheet
# वाक्य-सूची (list of all sentences: सूची), the person who speaks वक्ता, licence लाइसेंस, muted म्यूट, volume वॉल्यूम.

## Verdicts

verdict-pass = बढ़िया
verdict-warn = ठीक
verdict-reject = दोबारा

## The start of a sitting

welcome-head = { $title }  ({ $locale }, वक्ता { $speaker }, { $device })
welcome-going-on = आगे बढ़ते हैं। हो चुके वाक्य: { $readings } में से { $kept }।
welcome-another = पिछली बार माइक्रोफ़ोन { $before } था; अब { $now } है।
welcome-readings =
    { $count ->
        [one] { $count } वाक्य पढ़ना है।
       *[other] { $count } वाक्य पढ़ने हैं।
    }
welcome-longest = एक रिकॉर्डिंग ज़्यादा से ज़्यादा { $length } की हो सकती है। उससे लंबी रिकॉर्डिंग अपने-आप रुक जाती है और काम में नहीं आ सकती।
welcome-patience = जो रिकॉर्डिंग अपने वाक्य की ज़रूरत से बहुत लंबी चलती है, वह अपने-आप रुक जाती है।
welcome-listening =
    माइक्रोफ़ोन अब से अंत तक चालू है। एक Enter से अगले Enter तक की आवाज़, उससे पहले और बाद के आधे-आधे सेकंड के साथ, रखी जाती है।
welcome-keys = सारे बटन देखने के लिए ? और Enter दबाएँ; हर अक्षर के बाद Enter दबाना है।
recovered-saved =
    { $count ->
        [one] पिछला सत्र बीच में रुक गया था। { $count } अधूरी रिकॉर्डिंग बचा ली गई है।
       *[other] पिछला सत्र बीच में रुक गया था। { $count } अधूरी रिकॉर्डिंग बचा ली गई हैं।
    }
session-unreadable =
    रिकॉर्डिंग का एक फ़ोल्डर पढ़ा नहीं जा सका और जैसा है वैसा ही रहेगा: { $path } ({ $cause })। यह उसे दिखाएँ जो आपकी मदद करता हो।
recovered-torn = पिछला सत्र बीच में रुक गया था। आपने जो रखा था, वह सब सुरक्षित है।

clock-early = इस कंप्यूटर की तारीख़ { $date } है, जो इस प्रोग्राम के बनने से पहले की है। तारीख़ और समय ठीक करें, फिर दोबारा शुरू करें: उस तारीख़ की रिकॉर्डिंग और उनके साथ की सहमति बाद में काम नहीं आ सकतीं।
clock-late = इस कंप्यूटर की तारीख़ { $date } है, जो बहुत दूर की है। तारीख़ और समय ठीक करें, फिर दोबारा शुरू करें: उस तारीख़ की रिकॉर्डिंग और उनके साथ की सहमति बाद में काम नहीं आ सकतीं।

## The room

room-listening = कृपया { $seconds } सेकंड चुप रहें: कमरे का शोर नापा जा रहा है।
room-silent = कोई आवाज़ नहीं।
room-silent-advice = सिर्फ़ सन्नाटा आ रहा है। क्या माइक्रोफ़ोन म्यूट है, या कोई दूसरा माइक्रोफ़ोन चुनना था?
room-loud = कमरे में शोर है।
room-loud-advice = खिड़की बंद करें, पंखे बंद करें या माइक्रोफ़ोन के पास आएँ।
room-quiet = कमरा काफ़ी शांत है।
room-keys = Enter: फिर से नापें   g: फिर भी आगे बढ़ें   q: आज यहीं रोकें

## The prompt and the take

media-sound = पहले एक उदाहरण सुनाया जाएगा। वह पूरा हो जाए, तब बोलें; e: फिर से सुनें
media-picture = यह तस्वीर देखें और इसके साथ की बात बोलें: { $path }
prompt-place = { $readings } में से { $number }
prompt-reading = { $repeat } में से बारी { $repetition }
prompt-again = एक बार फिर
prompt-kept = रखी गई
prompt-of-attempts = { $attempts } में से रिकॉर्डिंग { $attempt }
take-length = { $seconds } सेकंड
take-stopped-long = यह रिकॉर्डिंग तय सीमा ({ $length }) से लंबी हो गई, इसलिए रोक दी गई।
length-minutes = { $count } मिनट
length-seconds = { $count } सेकंड
take-also = यह भी: { $titles }
take-device = यह माइक्रोफ़ोन इससे बेहतर आवाज़ नहीं दे सकता।
finding-said = { $problem } { $fix }
meter-clipped = बहुत तेज़
slept = कंप्यूटर { $seconds } सेकंड के लिए सो गया था। यहीं से आगे बढ़ते हैं।
device-searched = माइक्रोफ़ोन को हर सेकंड ढूँढा जा रहा है, ज़्यादा से ज़्यादा एक मिनट तक। मिलते ही काम आगे बढ़ेगा; q: आज यहीं रोकें
device-muted = माइक्रोफ़ोन { $name } म्यूट हो गया: सिर्फ़ सन्नाटा रिकॉर्ड हो रहा है। सिस्टम की साउंड सेटिंग में इसे चालू करें।
device-unmuted = माइक्रोफ़ोन { $name } फिर चालू है।
device-back = माइक्रोफ़ोन फिर मिल गया: { $name }। आगे बढ़ते हैं।

## What holds for a microphone, before the first prompt, and what to do about it

remark-monitor = यह माइक्रोफ़ोन नहीं है: यह वही रिकॉर्ड करता है जो स्पीकर पर बजता है।
    .wait = --device से कोई माइक्रोफ़ोन चुनें; `booth devices` से उनकी सूची मिलेगी।
remark-unplugged = इस माइक्रोफ़ोन के सॉकेट में कुछ भी नहीं लगा है।
    .wait = माइक्रोफ़ोन लगाएँ, या --device से कोई दूसरा चुनें; `booth devices` से उनकी सूची मिलेगी।
remark-muted = यह माइक्रोफ़ोन म्यूट है।
    .wait = सिस्टम की साउंड सेटिंग में इसे चालू करें।
remark-volume = सिस्टम में इस माइक्रोफ़ोन का वॉल्यूम { $percent }% है।
    .wait = साउंड सेटिंग में इसे 100% करें, और ज़रूरत हो तो ख़ुद थोड़ा ज़ोर से या धीमे बोलें।
remark-telephone = इस माइक्रोफ़ोन की आवाज़ टेलीफ़ोन जैसी है ({ $rate })।
    .wait = कॉल मोड में वायरलेस हेडसेट की आवाज़ ऐसी होती है। तार वाला हेडसेट या कंप्यूटर में लगा माइक्रोफ़ोन इस्तेमाल करें।
remark-narrow = यह माइक्रोफ़ोन { $rate } पर चलता है; { $wanted } Hz चाहिए।
    .wait = सिस्टम की साउंड सेटिंग में ज़्यादा दर चुनें, या कोई दूसरा माइक्रोफ़ोन लें।

## What the recorder noticed

capture-lost = कंप्यूटर बहुत व्यस्त था और कुछ आवाज़ छूट गई।
capture-stalled = पल भर के लिए माइक्रोफ़ोन से कोई आवाज़ नहीं आई।
capture-missing = इस रिकॉर्डिंग में कुछ आवाज़ छूट गई है।
capture-silent = सिर्फ़ सन्नाटा आया।
capture-clock = माइक्रोफ़ोन की घड़ी { $measured } Hz पर चलती है, { $stated } पर नहीं।

## What the booth is doing

phase-idle = सत्र अभी शुरू नहीं हुआ है।
phase-showing = तैयार।
phase-recording = रिकॉर्डिंग हो रही है।
phase-judging = एक पल रुकें।
phase-verdict = इसे रखें, या वाक्य दोबारा पढ़ें।
phase-paused = ब्रेक।
nobody-heard = दो बार किसी की आवाज़ नहीं आई। क्या आप वहाँ हैं?
phase-done = सब पढ़ लिया गया।
phase-finished = सत्र समाप्त हुआ।
done-all =
    { $readings ->
        [one] एकमात्र वाक्य रख लिया गया है।
       *[other] सभी { $readings } वाक्य रख लिए गए हैं।
    }
done-some = फ़िलहाल इतना ही। रखे गए: { $readings } में से { $kept }; छोड़े गए: { $left }।
done-limit = आज के लिए इतना ही पढ़ना था। रखे गए: { $readings } में से { $kept }।

## The list of all sentences

reading-kept = रखा गया
reading-left-out = छोड़ा गया
reading-open = पढ़ना है
reading-none = `{ $given }` सूची का कोई वाक्य नहीं है; 1 से { $readings } तक की संख्या दें। l: पूरी सूची
report-ask = इस वाक्य में क्या ग़लत है?
report-spelling = इसमें लिखने की ग़लती है
report-unnatural = ऐसे कोई नहीं बोलता
report-unclear = इसे दो तरह से पढ़ा जा सकता है
report-unfit = इसे बोलकर पढ़ना मुझे ठीक नहीं लगता
report-other = कुछ और
report-keys = संख्या लिखें, चाहें तो उसके बाद और भी कुछ लिखें। Enter: रहने दें
report-thanks = धन्यवाद: आपकी बात पहुँचा दी गई है।
report-none = कुछ नहीं पहुँचाया गया।

## Keys

keys-showing = Enter: रिकॉर्ड करें   s: छोड़ें   b: पीछे   q: आज यहीं रोकें
keys-recording = अब पढ़ें। Enter: रोकें
keys-verdict = Enter: रखें   r: दोबारा पढ़ें   p: सुनें   s: छोड़ें   b: पीछे
keys-rejected = Enter: दोबारा पढ़ें   k: फिर भी रखें   p: सुनें   s: छोड़ें
keys-kept = Enter: आगे   r: दोबारा पढ़ें   p: सुनें   d: मिटाएँ   b: पीछे
keys-attempts = <  >: पहले की या बाद की रिकॉर्डिंग
keys-delete = यह रिकॉर्डिंग हमेशा के लिए मिटाएँ? इसे कोई वापस नहीं ला सकता।   d: मिटाएँ   Enter: नहीं
keys-paused = Enter: आगे बढ़ें   q: आज यहीं रोकें
keys-done = Enter: समाप्त करें   b: आख़िरी वाक्य पर लौटें   u: पिछला फ़ैसला बदलें   l: पूरी सूची
keys-hands-free = तैयार होने पर हर वाक्य पढ़ें; आगे अपने-आप बढ़ेगा। q: आज यहीं रोकें   w: ब्रेक   ?: सारे बटन
key-unknown = `{ $key }` यहाँ काम नहीं करता; ? से सारे बटन दिखेंगे।
key-arrows = तीर और दूसरे ख़ास बटन यहाँ काम नहीं करते; ? से सारे बटन दिखेंगे।
help-enter = रिकॉर्ड करें; रोकें; अच्छी रिकॉर्डिंग रखें; जो ठीक न हो उसे दोबारा पढ़ें
    .key = Enter
help-keep = यह रिकॉर्डिंग रखें
    .key = k
help-redo = दोबारा पढ़ें; जब तक आप दूसरी न रखें, यह रिकॉर्डिंग बनी रहती है
    .key = r
help-play = यह रिकॉर्डिंग सुनें; वाक्य पर हों तो उसकी आख़िरी रिकॉर्डिंग
    .key = p
help-hear = इस वाक्य का उदाहरण फिर से सुनें
    .key = e
help-skip = छोड़ें, चाहें तो कारण के साथ; वाक्य अंत में फिर आता है
    .key = s [कारण]
help-report = बताएँ कि इस वाक्य में कुछ ग़लत है
    .key = x [क्या]
help-back = पिछले वाक्य पर लौटें
    .key = b
help-choose = उसी वाक्य की पहले की या बाद की रिकॉर्डिंग देखें
    .key = <  >
help-undo = पिछला फ़ैसला वापस लें, जितनी बार चाहें
    .key = u
help-delete = यह रिकॉर्डिंग हमेशा के लिए मिटाएँ; पहले पूछा जाता है
    .key = d
help-list = सारे वाक्यों की सूची, और हर एक का क्या हुआ
    .key = l
help-goto = सूची में इस संख्या वाले वाक्य पर जाएँ
    .key = g संख्या
help-help = बटनों की यह सूची
    .key = ?
help-pause = ब्रेक लें
    .key = w
help-mode = रिकॉर्डिंग कैसे रुके: आपके हाथ से, चुप होने पर, या सब कुछ अपने-आप; हर m पर अगला तरीका आता है
    .key = m
help-quit = आज के लिए रोकें; अगली बार यहीं से शुरू होगा
    .key = q
help-interrupt = तुरंत रोकें; आपने जो रखा है वह सुरक्षित है
    .key = Ctrl-C

## Why a command cannot be followed now

refusal-recording = रिकॉर्डिंग चल रही है। पहले Enter दबाकर उसे रोकें।
refusal-not-recording = अभी कुछ रिकॉर्ड नहीं हो रहा है।
refusal-judging = एक पल रुकें, रिकॉर्डिंग की जाँच हो रही है।
refusal-undecided = पहले इस रिकॉर्डिंग को रखें या वाक्य दोबारा पढ़ें।
refusal-no-take = इस वाक्य की अभी कोई रिकॉर्डिंग नहीं है।
refusal-no-sound = इस वाक्य के साथ सुनने के लिए कोई उदाहरण नहीं है।
refusal-silent = इसमें किसी की आवाज़ नहीं है, इसलिए यह रखी नहीं जा सकती। वाक्य दोबारा पढ़ें या छोड़ दें।
refusal-cut-short = यह रिकॉर्डिंग बीच में कट गई, इसलिए रखी नहीं जा सकती। वाक्य दोबारा पढ़ें।
refusal-no-such-take = उस ओर इस वाक्य की कोई और रिकॉर्डिंग नहीं है।
refusal-elsewhere = यह रिकॉर्डिंग पहले के सत्र की है जो दूसरे उपकरण से हुआ था; इसे यहाँ से मिटाया नहीं जा सकता।
refusal-not-asked = कुछ पूछा नहीं गया है।
refusal-nothing-to-undo = इस सत्र में ऐसा कोई फ़ैसला नहीं है जो वापस लिया जा सके।
refusal-unseen = यह तब आया जब जवाब देने के लिए अभी कुछ था ही नहीं।
refusal-done = सब पढ़ लिया गया। पहले किसी वाक्य पर लौटें।
refusal-kept = यह पहले ही रखी जा चुकी है।
refusal-nothing-before = इससे पहले कुछ नहीं है।
refusal-unknown-prompt = वाक्य-सूची में ऐसा कोई वाक्य नहीं है।
refusal-paused = अभी ब्रेक है। आगे बढ़ने के लिए Enter दबाएँ।
refusal-not-paused = अभी ब्रेक नहीं चल रहा है।
refusal-device-lost = माइक्रोफ़ोन हट गया है। कोई माइक्रोफ़ोन मिलते ही काम आगे बढ़ेगा।
refusal-not-open = सत्र समाप्त हो चुका है।

## Why a recording stopped

stop-user = आपने इसे रोका।
stop-end = आवाज़ समाप्त हो गई।
stop-length = रिकॉर्डिंग तय सीमा से लंबी हो गई।
stop-interrupted = सत्र बीच में बंद किया गया।
stop-device-lost = माइक्रोफ़ोन हट गया।
stop-disk = इसे सहेजा नहीं जा सका।
stop-discarded = यह ग़लती से शुरू हुई थी; कोई रिकॉर्डिंग नहीं बनेगी।
stop-unknown = रिकॉर्डिंग रुक गई।

## The end of a sitting

close-finished = सब पढ़ लिया गया।
close-limit = इस सत्र का समय पूरा हुआ।
close-quit = आज के लिए रोका गया।
close-interrupted = आपके कहने पर रोका गया।
close-nobody = किसी की आवाज़ नहीं आई, इसलिए रोका गया।
close-error = सत्र को समाप्त करना पड़ा।
close-device-changed = माइक्रोफ़ोन बदल गया।
close-recovered = जो बीच में रुका था, वह ठीक कर दिया गया है।
close-unknown = सत्र समाप्त हुआ।
farewell-given =
    { $count ->
        [one] इस सत्र में आपने { $count } वाक्य दिया, अब तक कुल { $all } ({ $minutes } मिनट)।
       *[other] इस सत्र में आपने { $count } वाक्य दिए, अब तक कुल { $all } ({ $minutes } मिनट)।
    }
farewell-done = सब पूरा हो गया। धन्यवाद!
farewell-left =
    { $count ->
        [one] { $count } वाक्य बाकी है। आगे बढ़ने के लिए:
       *[other] { $count } वाक्य बाकी हैं। आगे बढ़ने के लिए:
    }
farewell-where = आपकी रिकॉर्डिंग यहाँ हैं: { $path }
farewell-contact = इन्हें { $name } को दें, { $contact }।
farewell-contact-unnamed = इन्हें उस व्यक्ति को दें जिसने आपसे रिकॉर्ड करने को कहा है।

## Questions

question-speaker = कौन पढ़ रहा है: { $speakers }? (Enter: कोई नया व्यक्ति)
question-new-speaker = यहाँ `{ $speaker }` नाम का कोई नहीं है। नए व्यक्ति के रूप में शुरू करने के लिए इसे एक बार और लिखें, या वह नाम लिखें जो लिखना था:
question-adult = मैं अपने देश के क़ानून के अनुसार बालिग हूँ
question-contact = आपसे संपर्क कैसे करें; यह रिकॉर्डिंग से अलग रखा जाता है
page-more = Enter: आगे पढ़ें
form-uses = मेरी सहमति इनके लिए है
form-about = आपके बारे में, अगर आप बताना चाहें
form-ticked = [x]
form-open = [ ]
form-needed = (ज़रूरी)
form-left-out = -
form-keys =
    निशान लगाने या हटाने के लिए पंक्ति की संख्या लिखकर Enter दबाएँ, या संख्या के बाद शब्द लिखें, जैसे: { $example } चालीस से पचास
    सिर्फ़ Enter: सब मेरी इच्छा के अनुसार है।   q: बाहर जाएँ, कुछ भी रखा नहीं जाएगा
form-lacking = { $numbers } के बिना कुछ भी रिकॉर्ड नहीं किया जा सकता।
form-unknown = `{ $given }` फ़ॉर्म की कोई पंक्ति नहीं है; 1 से { $last } तक की संख्या दें।
form-no-words = पंक्ति { $number } में शब्द नहीं लिखे जाते: सिर्फ़ उसकी संख्या से निशान लगता या हटता है।
form-words = पंक्ति { $number } में शब्द लिखने हैं: उन्हें संख्या के बाद लिखें। संख्या के बाद - लिखने से पंक्ति ख़ाली हो जाती है।
about-gender = आपका लिंग, अपने शब्दों में
about-age = आपकी उम्र, या एक दायरा, जैसे तीस से चालीस
about-accent = आपके बोलने का लहजा या इलाक़ा
about-native-language = आपकी मातृभाषा

## Uses that are asked for; each goes on with "You may"

scope-asr = मेरी रिकॉर्डिंग से मशीनों को बोले गए शब्दों को पहचानना सिखाना
scope-tts = उनसे ऐसी कृत्रिम आवाज़ बनाना जो मेरी आवाज़ जैसी लग सकती है
scope-speaker-id = उनसे मशीनों को आवाज़ से यह पहचानना सिखाना कि कौन बोल रहा है
scope-evaluation = उनसे ऐसी प्रणालियों का मूल्यांकन करना
scope-share-gated =
    { $licence ->
        [none] उन्हें ऐसे लोगों को देना जिन्होंने उपयोग की शर्तों पर हस्ताक्षर किए हैं
       *[other] उन्हें लाइसेंस { $licence } के तहत ऐसे लोगों को देना जिन्होंने उपयोग की शर्तों पर हस्ताक्षर किए हैं
    }
scope-share-open =
    { $licence ->
        [none] उन्हें खुले तौर पर प्रकाशित करना, ताकि कोई भी डाउनलोड करके काम में ले सके
       *[other] उन्हें लाइसेंस { $licence } के तहत खुले तौर पर प्रकाशित करना, ताकि कोई भी डाउनलोड करके लाइसेंस की अनुमति के अनुसार काम में ले सके
    }
scope-contact-again = मुझसे आगे फिर रिकॉर्डिंग के लिए कहना

## The receipt

consent-holds = { $date } को दी गई आपकी सहमति (रसीद { $receipt }) अब भी मान्य है।
project-used = परियोजना: { $path }
receipt-where = आपकी रसीद, जिस पर वापसी कोड है, यहाँ है: { $path }
receipt-code = वापसी कोड: { $code }   (इसे सँभालकर रखें; यह कहीं और नहीं रखा जाता)
controller-unnamed = वह व्यक्ति जो यह रिकॉर्डिंग करवा रहा है
contact-unnamed = वह व्यक्ति जिसने आपसे ये रिकॉर्डिंग करने को कहा है
copy-consent = आपकी सहमति
copy-consent-said = { $date } (UTC) को दी गई, आपकी प्रति
copy-receipt = रसीद
copy-speaker = आप हैं
copy-speaker-said = वक्ता { $speaker } (आपकी रिकॉर्डिंग के साथ कोई नाम नहीं रखा जाता)
copy-controller = किसे दी गई
copy-contact = संपर्क
copy-until = कब तक
copy-yes = हाँ
copy-no = नहीं
copy-licence = लाइसेंस
copy-code = वापसी कोड
copy-withdraw = सहमति वापसी
copy-keep = यह कोड सँभालकर रखें: यह कहीं और नहीं रखा जाता और यही साबित करता है कि रिकॉर्डिंग आपकी हैं।
copy-text = जो सहमति-पत्र आपको दिखाया गया ({ $locale }):
withdrawal-by-code = ऊपर दिए संपर्क को वापसी कोड बताएँ; कोई कारण बताने की ज़रूरत नहीं है।
gone-head = { $date } (UTC) को वापस लिया गया, संख्या { $id }
gone-speaker = आपने वह सब वापस ले लिया जो आपने तब तक रिकॉर्ड किया था।
gone-session = आपने एक सत्र वापस ले लिया।
gone-take = आपने एक रिकॉर्डिंग वापस ले ली।
gone-scope = अब से इसके साथ यह नहीं किया जाएगा: { $scope }। और कुछ नहीं बदलता।
gone-deleted = हमेशा के लिए मिटाया गया: रिकॉर्डिंग: { $takes }, आवाज़ के सेकंड: { $seconds }। बाद की खोज में इसका कुछ नहीं मिला।
gone-no-release = यह प्रकाशित नहीं हुआ था।
gone-releases = यह पहले से निकल चुके संस्करणों में है: { $releases }। जिसके पास इनमें से कोई है, उसे वहाँ से मिटाने को कहा जाता है।
gone-models = प्रकाशित संस्करण से जो पहले सीखा जा चुका है, उसे प्रशिक्षित मॉडल से निकाला नहीं जा सकता।
gone-next = अगला संस्करण इसके बिना बनता है। यह पत्र सँभालकर रखें: यही प्रमाण है।
mine-head = यहाँ आपके बारे में जो कुछ रखा है, उसकी प्रति, { $date } (UTC)
mine-sessions = सत्र: { $count }, हर एक sessions/ के भीतर अपने फ़ोल्डर में।
mine-files = हर एक में: आपकी रिकॉर्डिंग audio/ में, आपको जो दिखाया गया और उसके बारे में जो मापा और कहा गया takes.jsonl में, प्रोग्रामों ने जो सुना transcripts.jsonl में, आपने जिस पर सहमति दी consent/ में।
mine-receipts = receipts/ में: आपकी रसीदें, पत्र, और आपसे संपर्क के बारे में आपने जो बताया।
mine-rights = यह आपका है: पढ़ें, रखें, जिसे चाहें दें। अपनी रसीद के कोड से आप सब कुछ वापस ले सकते हैं।
feedback-head = आपकी रिकॉर्डिंग का क्या हुआ, उन्हें इकट्ठा करने वालों की ओर से
feedback-thanks = अब तक ली गईं: { $count }। हर एक के लिए धन्यवाद।
feedback-again = कृपया फिर से पढ़ें: { $count }, लगभग { $minutes } मिनट में।
feedback-nothing = कुछ भी फिर से पढ़ना नहीं है।
feedback-why = { $count } × { $why }
feedback-advice = ज़्यादातर का एक ही कारण है। आगे बढ़ने से पहले: { $fix }
feedback-here = कृपया एक बार और: { $problem }
feedback-heard = किसी ने इसे सुना और एक बार और पढ़ने को कहा है। आराम से पढ़ें, जैसे आप घर पर बोलते हैं।
feedback-how = इसके लिए यह फ़ाइल अपनी रिकॉर्डिंग के फ़ोल्डर के पास रखें और हमेशा की तरह रिकॉर्ड करें।
feedback-of-another = यह प्रतिक्रिया { $given } के लिए है, और { $wanted } पढ़ रहे हैं।
feedback-elsewhere = इसके अलावा, दूसरी शीटों या भाषाओं की, या जो अब शीट में नहीं हैं: { $count }।
feedback-unreadable = एक प्रतिक्रिया पढ़ी नहीं जा सकी, { $path }: { $cause }
hand-in-made = सौंपने के लिए आपकी फ़ाइल: { $files } – इसका कोड { $code } है।
hand-in-nothing = ऐसा कुछ नहीं है जो पहले न सौंपा गया हो।
hand-in-lacking = सब कुछ फ़ाइल में नहीं रखा जा सका: { $count }। जिन्होंने रिकॉर्डिंग माँगी थी उन्हें बताएँ।
farewell-bundle = इनकी सौंपने के लिए एक फ़ाइल बनाने को:

## The page in the browser: what is said of a sitting

language-name = हिन्दी
page-link = यह लिंक इसी कंप्यूटर के ब्राउज़र में खोलें; इससे पेज एक बार खुलता है:
page-address = जिस ब्राउज़र में पेज खुला था, उसमें { $address } से यह फिर खुल जाता है।
page-running = पेज पहले से खुला है; उसे एक बार और खोला जा रहा है।
page-no-browser = ब्राउज़र नहीं खुल सका ({ $cause }); ऊपर दिया लिंक खोलें
page-no-server = पेज दिखाया नहीं जा सका: { $cause }
    .hint = शायद कोई दूसरा प्रोग्राम इसे रोकता है; टर्मिनल में `booth record` से रिकॉर्डिंग हो सकती है
page-alone = दस मिनट से किसी ने पेज नहीं देखा
page-over-said = बूथ बंद हो गया। अब यह पेज बंद किया जा सकता है।
page-trouble = यह नहीं हो सका
page-start = आपको क्या पढ़ना है?
page-sheet-languages =
    { $count ->
        [one] { $count } भाषा
       *[other] { $count } भाषाएँ
    }
page-consent = शुरू करने से पहले
page-sound = आवाज़ की जाँच
page-microphone-say = कुछ बोलें, जैसे यह कि आस-पास क्या दिख रहा है; आपकी आवाज़ सुनी जा रही है।
page-was-away = पेज बंद हो गया था, इसलिए रिकॉर्डिंग रोक दी गई; वह बचा ली गई है।
page-device-searched = माइक्रोफ़ोन को हर सेकंड ढूँढा जा रहा है, ज़्यादा से ज़्यादा एक मिनट तक। मिलते ही काम आगे बढ़ेगा।
page-device-advice = इसे फिर से लगाएँ, या कोई दूसरा माइक्रोफ़ोन चुनें।
page-device-busy = जो दूसरा प्रोग्राम इसे इस्तेमाल कर रहा है, उसे बंद करें, या कोई दूसरा माइक्रोफ़ोन चुनें।
page-device-denied = इस कंप्यूटर की गोपनीयता सेटिंग में बूथ को माइक्रोफ़ोन के इस्तेमाल की अनुमति दें।
page-picture-alt = इस वाक्य के साथ की तस्वीर
page-delete-ask = यह रिकॉर्डिंग हमेशा के लिए मिटाएँ? इसे कोई वापस नहीं ला सकता।
page-kept = { $readings } में से { $kept } रखे गए
page-minutes = { $minutes } मिनट रिकॉर्ड हुए
page-left =
    { $count ->
        [one] लगभग { $count } मिनट बाकी
       *[other] लगभग { $count } मिनट बाकी
    }
page-refused-recording = रिकॉर्डिंग चल रही है। पहले उसे रोकें।
page-refused-paused = अभी ब्रेक है। पहले “आगे बढ़ें” दबाएँ।
page-reason-hard-to-say = बोलना मुश्किल है
page-reason-wrong-sentence = इसमें कुछ ग़लत है
page-reason-not-now = अभी नहीं
page-verdict-pass = बढ़िया
page-verdict-warn = ज़रा देख लें
page-verdict-reject = दोबारा पढ़ें
page-end = धन्यवाद
page-end-left =
    { $count ->
        [one] { $count } वाक्य बाकी है। अभी आगे बढ़ें, या किसी और दिन बूथ फिर से शुरू करें।
       *[other] { $count } वाक्य बाकी हैं। अभी आगे बढ़ें, या किसी और दिन बूथ फिर से शुरू करें।
    }
page-end-withdraw = आपकी रिकॉर्डिंग कभी भी वापस ली जा सकती हैं: जिसने इन्हें माँगा था, उसे अपनी रसीद का कोड बताएँ। कोई कारण बताने की ज़रूरत नहीं है।
break-offer = आपको पढ़ते हुए आधा घंटा हो गया। थोड़ा ब्रेक लें?
mode-said = अब से रिकॉर्डिंग: { $mode }।
mode-manual = हाथ से
mode-auto-stop = अपने-आप रुकती है
mode-hands-free = बिना हाथ लगाए

## How a microphone does, in a word or two

figure-voice = आपकी आवाज़
figure-voice-none = सुनाई नहीं दी
figure-voice-faint = धीमी
figure-voice-good = अच्छी
figure-voice-strong = दमदार
figure-voice-loud = बहुत तेज़
figure-room = कमरा
figure-room-quiet = शांत
figure-room-heard = हल्के शोर वाला
figure-room-loud = शोर वाला
figure-band = आवाज़ की सफ़ाई
figure-band-full = पूरी
figure-band-narrow = कुछ कम
figure-band-telephone = टेलीफ़ोन जैसी

## The page in the browser: its fixed words

# Whole page
page-name = बूथ
page-go-on = आगे बढ़ें
page-back = पीछे
page-close = बंद करें
page-note-info = सूचना
page-note-warn = ध्यान दें
page-note-bad = समस्या
# Full screen when the program does not answer any more
page-gone = बूथ रुक गया है
page-gone-safe = आपने जो रखा है, वह सब इस कंप्यूटर पर सुरक्षित है।
page-gone-how = आगे बढ़ने के लिए बूथ को वैसे ही फिर से शुरू करें जैसे पहले किया था। फिर यह पेज अपने-आप लौट आएगा, या नया पेज खुलेगा।
page-gone-trying = यह पेज बूथ को ढूँढ रहा है।
page-elsewhere = बूथ किसी दूसरे टैब में खुला है
page-elsewhere-what = एक समय पर एक ही टैब से रिकॉर्डिंग हो सकती है।
page-take-over = यह टैब इस्तेमाल करें

# Start: what to read
page-language = इस पेज की भाषा
page-sheet = वाक्य-सूची
page-locale = वाक्यों की भाषा
page-begin = शुरू करें

# Who reads
page-who = कौन पढ़ रहा है?
page-who-why = कोई काल्पनिक नाम चुनें, अपना असली नाम कभी नहीं। सिर्फ़ a से z तक के छोटे अक्षर और अंक लिखे जा सकते हैं।
page-who-before = मैंने यहाँ पहले भी पढ़ा है
page-who-new = मैं यहाँ पहली बार हूँ
page-who-name = काल्पनिक नाम

# Consent
page-consent-adult = सबसे पहले
page-consent-uses = मेरी सहमति इनके लिए है
page-consent-about = आपके बारे में, अगर आप बताना चाहें
page-consent-needed = ज़रूरी
page-consent-nothing = आपकी ओर से कोई निशान नहीं लगाया गया है। अनुमति सिर्फ़ उसी की है जिस पर आप निशान लगाएँ।
page-agree = सहमति दें और आगे बढ़ें
page-refuse = बाहर जाएँ, कुछ भी रखा नहीं जाएगा

# Microphone
page-microphone-listening = सभी माइक्रोफ़ोन सुने जा रहे हैं
page-microphone-choose = माइक्रोफ़ोन चुनें
page-microphone-none = कोई माइक्रोफ़ोन नहीं मिला
page-microphone-waiting = इंतज़ार में
page-microphone-listens = सुना जा रहा है
page-microphone-failed = काम नहीं करता
page-microphone-best = आपकी आवाज़ के लिए सबसे अच्छा
page-microphone-default = कंप्यूटर का चुना हुआ
page-microphone-chosen = चुना गया
page-microphone-use = यही लें
page-microphone-level = इसमें आपकी आवाज़ कितनी तेज़ है
page-listen = फिर से नापें

# Sound check
page-check = आवाज़ की जाँच शुरू करें
page-check-again = फिर से जाँचें
page-check-stop = मैंने पढ़ लिया
page-check-anyway = फिर भी आगे बढ़ें
page-check-room = कृपया चुप रहें
page-check-sentence = अब इसे बोलकर पढ़ें
page-check-judging = एक पल रुकें
page-check-passed = आपकी आवाज़ अच्छी आ रही है
page-check-good = ठीक
page-check-poor = अभी ठीक नहीं
page-seconds-left = बाकी सेकंड

# Booth: what is going on now
page-phase-showing = तैयार
page-phase-recording = रिकॉर्डिंग हो रही है
page-phase-judging = एक पल रुकें
page-phase-verdict = आपकी रिकॉर्डिंग
page-phase-paused = ब्रेक
page-phase-done = सब पढ़ लिया गया
page-phase-lost = कोई माइक्रोफ़ोन नहीं
page-previous = पिछला वाक्य
page-next = अगला वाक्य
page-sentence = इसे बोलकर पढ़ें
page-controls = बटन
page-again = एक बार फिर
page-picture = तस्वीर

# Booth: what can be done (buttons)
page-record = रिकॉर्ड करें
page-stop = रोकें
page-keep = रखें
page-keep-anyway = फिर भी रखें
page-redo = दोबारा पढ़ें
page-play = सुनें
page-play-stop = सुनना बंद करें
page-skip = छोड़ें
page-back-step = पीछे
page-undo = फ़ैसला वापस लें
page-delete = मिटाएँ
page-delete-yes = हमेशा के लिए मिटाएँ
page-delete-no = न मिटाएँ
page-cancel = रहने दें
page-discard = रिकॉर्डिंग फेंक दें
page-pause = ब्रेक लें
page-resume = आगे बढ़ें
page-quit = आज यहीं रोकें
page-list = सारे वाक्य
page-hint = संकेत देखें
page-hint-hide = संकेत छिपाएँ
page-hear = उदाहरण सुनें
page-report = इस वाक्य में कुछ ग़लत है?
page-hold = दबाकर रिकॉर्ड करें
page-release = हाथ हटाकर रोकें

# Booth: the recording just made
page-take-kept = रखी गई
page-take-earlier = पहले की रिकॉर्डिंग
page-take-others = और टिप्पणियाँ
page-take-fix = पहले यह आज़माएँ
page-take-wave = आपकी रिकॉर्डिंग की तस्वीर
page-take-speech = आपकी आवाज़
page-take-attempts = इस वाक्य की रिकॉर्डिंग
page-attempt = रिकॉर्डिंग
page-skip-why = यह वाक्य क्यों छोड़ना है?
page-skip-plain = कोई कारण नहीं
page-report-why = इस वाक्य में क्या ग़लत है?
page-who-is-there = मैं यहीं हूँ

# Booth: the level of the microphone
page-meter = आवाज़ का ज़ोर
page-meter-silent = कुछ नहीं आ रहा
page-meter-room = आवाज़ का इंतज़ार
page-meter-quiet = थोड़ी धीमी
page-meter-good = अच्छी
page-meter-high = थोड़ी तेज़
page-meter-loud = बहुत तेज़

# List of all sentences
page-list-loading = एक पल रुकें
page-list-all = सब

# Settings
page-settings = सेटिंग
page-settings-mode = रिकॉर्डिंग कैसे रुके
page-mode-manual = अपने हाथ से रोकना
page-mode-auto-stop = चुप होने पर अपने-आप रुकना
page-mode-hands-free = अपने-आप शुरू होना और रुकना
page-settings-hold = पढ़ते समय बटन दबाए रखना
page-settings-auto-play = जिस रिकॉर्डिंग पर टिप्पणी हो, वह मुझे सुनाना
page-settings-keys = कीबोर्ड के बटन इस्तेमाल करना
page-settings-keys-which = कीबोर्ड के बटन
page-settings-key-change = बटन बदलें
page-settings-key-press = कोई बटन दबाएँ
page-settings-key-reset = सारे बटन पहले जैसे करें
page-settings-key-fixed = स्पेस और Enter हमेशा वही करते हैं जो बड़े बटन पर लिखा हो।
page-key-space = स्पेस
page-key-enter = Enter
page-key-escape = Esc

# End
page-end-again = आगे पढ़ें
page-end-finish = समाप्त करें
page-hand-in = सौंपने के लिए एक फ़ाइल बनाएँ
page-end-where = आपकी रिकॉर्डिंग
page-receipt = आपकी रसीद
page-receipt-code = वापसी कोड
page-receipt-copy = कोड कॉपी करें
page-receipt-copied = कॉपी हो गया
page-receipt-print = यह पेज प्रिंट करें
page-withdraw = अगर आपका मन बदल जाए

# Trouble, and the last page
page-retry = फिर कोशिश करें
page-over = अब यह पेज बंद किया जा सकता है।

# The button that opens the rest of the buttons on a small screen, and the heading of what it opens
page-menu = और

## Trouble: no capital and no full stop, as it stands behind "trouble:" or "error:"

trouble-head = समस्या
trouble-said = { $head }: { $message }
trouble-hint = सुझाव: { $hint }

# The microphone and the loudspeaker; $direction is input or output.

-plug-in = इसे फिर से लगाएँ या --device से कोई दूसरा चुनें, फिर आगे बढ़ने के लिए वही कमांड चलाएँ
-devices = `booth devices` से पता चलेगा कि क्या-क्या मौजूद है
device-lost-gone = माइक्रोफ़ोन `{ $name }` निकल गया
    .wait = इसे फिर से लगाएँ।
    .hint = { -plug-in }
device-lost-invalidated = सिस्टम ने माइक्रोफ़ोन `{ $name }` को बदल दिया और उसे फिर से खोलना होगा
    .wait = इसे फिर से खोला जा रहा है।
    .hint = { -plug-in }
device-lost-host = साउंड सिस्टम बंद हो गया, और उसके साथ माइक्रोफ़ोन `{ $name }` भी
    .wait = साउंड सिस्टम के साथ यह भी लौट आएगा।
    .hint = { -plug-in }
device-lost-errors = माइक्रोफ़ोन `{ $name }` से सिर्फ़ गड़बड़ी की सूचना आ रही है
    .wait = इसे निकालकर फिर से लगाएँ।
    .hint = { -plug-in }
device-lost-changed = सिस्टम ने `{ $name }` की जगह कोई दूसरा माइक्रोफ़ोन चुन लिया है
    .wait = अब जो चुना गया है, उसी से काम आगे बढ़ेगा।
    .hint = { -plug-in }
device-lost-suspended = सिस्टम ने माइक्रोफ़ोन `{ $name }` को सुला दिया
    .wait = सिस्टम की साउंड सेटिंग में इसे जगाएँ, या निकालकर फिर से लगाएँ।
    .hint = सिस्टम की साउंड सेटिंग में इसे जगाएँ, या --device से कोई दूसरा चुनें; फिर आगे बढ़ने के लिए वही कमांड चलाएँ
device-lost-silent = साउंड सिस्टम जवाब नहीं दे रहा, और माइक्रोफ़ोन `{ $name }` से कुछ नहीं आ रहा
    .wait = साउंड सिस्टम के जवाब देते ही काम आगे बढ़ेगा।
    .hint = साउंड सर्वर को फिर से शुरू करें, फिर आगे बढ़ने के लिए वही कमांड चलाएँ
device-no-audio = माइक्रोफ़ोन `{ $name }` से कोई आवाज़ नहीं आ रही
    .wait = देख लें कि यह लगा हुआ और चालू है।
    .hint = देख लें कि यह लगा हुआ है और सोया हुआ नहीं है, या --device से कोई दूसरा चुनें
device-not-back = { $seconds } सेकंड में कोई माइक्रोफ़ोन वापस नहीं आया
    .hint = { -plug-in }
device-closed = माइक्रोफ़ोन बंद है
device-no-thread = माइक्रोफ़ोन सुनने वाला हिस्सा शुरू नहीं हो सका
device-search-ended = माइक्रोफ़ोन की खोज समाप्त हो गई
device-search-failed = माइक्रोफ़ोन की खोज शुरू नहीं हो सकी
-plug-one-in = कोई माइक्रोफ़ोन लगाएँ, या --device file:पथ से फ़ाइलों में से रिकॉर्ड करें
device-no-card = कोई माइक्रोफ़ोन नहीं है: इस कंप्यूटर में साउंड कार्ड नहीं है, और कोई साउंड सर्वर जवाब नहीं देता
    .hint = { -plug-one-in }
device-none = कोई माइक्रोफ़ोन नहीं है: सिस्टम कोई नहीं दिखाता
    .hint = { -plug-one-in }
device-missing =
    { $direction ->
        [output] `{ $name }` नाम का कोई स्पीकर नहीं है
       *[input] `{ $name }` नाम का कोई माइक्रोफ़ोन नहीं है
    }
    .hint = { -devices }
device-silent =
    { $direction ->
        [output] स्पीकर `{ $name }` जवाब नहीं दे रहा
       *[input] माइक्रोफ़ोन `{ $name }` जवाब नहीं दे रहा
    }
    .hint = साउंड सर्वर को फिर से शुरू करें, या कोई दूसरा उपकरण चुनें; `booth devices` से उनकी सूची मिलेगी
device-busy =
    { $direction ->
        [output] स्पीकर `{ $name }` को कोई दूसरा प्रोग्राम इस्तेमाल कर रहा है
       *[input] माइक्रोफ़ोन `{ $name }` को कोई दूसरा प्रोग्राम इस्तेमाल कर रहा है
    }
    .hint = दूसरा प्रोग्राम बंद करें, या कोई दूसरा उपकरण चुनें; `booth devices` से उनकी सूची मिलेगी
device-denied =
    { $direction ->
        [output] सिस्टम स्पीकर `{ $name }` के इस्तेमाल की अनुमति नहीं देता
       *[input] सिस्टम माइक्रोफ़ोन `{ $name }` के इस्तेमाल की अनुमति नहीं देता
    }
    .hint =
        { $system ->
            [linux] समूह `audio` में शामिल करने को कहें, या अपने डेस्कटॉप का साउंड सर्वर शुरू करें
           *[other] सिस्टम की गोपनीयता सेटिंग में इस टर्मिनल को इसके इस्तेमाल की अनुमति दें
        }
device-is-file =
    { $direction ->
        [output] `{ $name }` एक फ़ाइल है, स्पीकर नहीं
       *[input] `{ $name }` एक फ़ाइल है, माइक्रोफ़ोन नहीं
    }
device-no-format =
    { $count ->
        [0] माइक्रोफ़ोन `{ $name }` में { $usable } में से कोई फ़ॉर्मैट नहीं है; उसमें दूसरे फ़ॉर्मैट हैं
       *[other] माइक्रोफ़ोन `{ $name }` में { $usable } में से कोई फ़ॉर्मैट नहीं है; उसमें { $formats } है
    }
    .hint = उसी उपकरण के लिए hw: की जगह plughw: लिखें, जो फ़ॉर्मैट बदल देता है, या alsa:default लें
device-unusable =
    { $direction ->
        [output] `{ $name }` स्पीकर के रूप में काम नहीं आ सकता: { $cause }
       *[input] `{ $name }` माइक्रोफ़ोन के रूप में काम नहीं आ सकता: { $cause }
    }
    .hint = { -devices }
device-no-server = `{ $name }` के पीछे कोई साउंड सर्वर नहीं है
    .hint = अपने डेस्कटॉप का साउंड सर्वर शुरू करें, या कोई दूसरा उपकरण चुनें; `booth devices` से उनकी सूची मिलेगी
device-fails =
    { $direction ->
        [output] स्पीकर `{ $name }` खुल नहीं सका: { $cause }
       *[input] माइक्रोफ़ोन `{ $name }` खुल नहीं सका: { $cause }
    }
    .hint = { -devices }
playback-no-format = स्पीकर `{ $name }` में ऐसा कोई फ़ॉर्मैट नहीं है जो बजाया जा सके
    .hint = कोई दूसरा चुनें; `booth devices` से उनकी सूची मिलेगी
playback-stopped = स्पीकर `{ $name }` ने { $frames } में से { $played } फ़्रेम के बाद बजाना बंद कर दिया
    .hint = कोई दूसरा स्पीकर चुनें; `booth devices` से उनकी सूची मिलेगी

# The disk.

-may-write = ऐसा फ़ोल्डर चुनें जिसमें आपको लिखने की अनुमति हो, या उसकी अनुमतियाँ बदलें
storage-missing = { $path } नाम की कोई फ़ाइल या फ़ोल्डर नहीं है
storage-denied = सिस्टम { $path } के इस्तेमाल की अनुमति नहीं देता
    .hint = { -may-write }
storage-full = { $path } को सहेजा नहीं जा सकता: डिस्क भर गई है
    .hint = कुछ जगह ख़ाली करें, फिर वही कमांड दोबारा चलाएँ
storage-read-only = { $path } को सहेजा नहीं जा सकता: फ़ाइल सिस्टम सिर्फ़ पढ़ने के लिए है
    .hint = { -may-write }
storage-exists = { $path } पहले से मौजूद है
storage-failed = { $path } पर डिस्क या सिस्टम में गड़बड़ी है: { $cause }
-wait = उसके पूरा होने तक रुकें, या कोई दूसरा फ़ोल्डर लें
storage-in-use = इसे { $holder } इस्तेमाल कर रहा है
    .hint = { -wait }
storage-in-use-by-another = इसे कोई दूसरा प्रोग्राम इस्तेमाल कर रहा है
    .hint = { -wait }
storage-held = इसे { $holder } इस्तेमाल कर रहा है
    .hint = उसके पूरा होने तक रुकें; अगर यहाँ कोई काम नहीं कर रहा (यह डिस्क ताला नहीं लगा सकती, और हो सकता है बिजली चली गई हो), तो { $path } को हटाकर दोबारा शुरू करें
storage-no-locks = यह डिस्क फ़ाइलों पर ताला नहीं लगा सकती, जैसे कुछ नेटवर्क फ़ोल्डर नहीं लगा सकते: { $path }। काम आगे बढ़ता है, और वहाँ की एक फ़ाइल दूसरे बूथ को चलने से रोकती है। इस फ़ोल्डर में एक समय पर एक ही कंप्यूटर से काम करें, और प्रतियाँ बनाकर रखें।
storage-journal = पहले कार्य-लेखा लिखा नहीं जा सका था
    .hint = वही कमांड दोबारा चलाएँ; जो रखा गया है वह सुरक्षित है

# The sheet and the sitting.

sheet-empty = वाक्य-सूची में किसी भी भाषा का कोई वाक्य नहीं है
    .hint = उन्हें sheet.toml के साथ वाली <language>.tsv में लिखें, या किसी दूसरी वाक्य-सूची का फ़ोल्डर दें
sheet-languages = वाक्य-सूची में कई भाषाएँ हैं: { $languages }
    .hint = --locale से बताएँ कि कौन सी पढ़नी है
sheet-no-prompt = वाक्य-सूची में वाक्य `{ $prompt }` नहीं है
    .hint = `booth prompts show` से वाक्यों के नाम दिखेंगे
sheet-unknown = `{ $place }` नाम का कोई फ़ोल्डर नहीं है, और प्रोग्राम में भी इस नाम की कोई वाक्य-सूची नहीं है
    .hint = प्रोग्राम में ये हैं: { $names }; या वह फ़ोल्डर दें जिसमें sheet.toml है
speaker-unknown = पता नहीं कि वक्ता कौन है
prompt-none = रिकॉर्ड करने के लिए कोई वाक्य नहीं है
take-changed = रिकॉर्डिंग बदली हुई लौटी

# Consent.

-ask-again = दोबारा पूछे जाने के लिए `booth record` को --consent के बिना चलाएँ
consent-of-another = सहमति वक्ता `{ $given }` की है, `{ $wanted }` की नहीं
    .hint = --speaker { $given } दें, या कोई दूसरी रसीद
consent-of-another-text = सहमति किसी और सहमति-पत्र पर दी गई थी, अब वाले पर नहीं
    .hint = { -ask-again }
receipts-no-place = रिकॉर्डिंग के पास वक्ताओं की रसीदों के लिए जगह नहीं है
    .hint = --into से किसी अलग फ़ोल्डर में रिकॉर्ड करें
consent-yet-to-come = सहमति की तारीख़ { $date } है, जो अभी आई नहीं है
    .hint = देख लें कि इस कंप्यूटर की घड़ी सही है
consent-ended = सहमति { $date } को समाप्त हो गई
    .hint = { -ask-again }
consent-without-asr = वक्ता ने बोली पहचानने (asr) के लिए सहमति नहीं दी
    .hint = इसके बिना कुछ रिकॉर्ड नहीं किया जाता; दोबारा पूछे जाने पर जवाब बदला जा सकता है
consent-not-given = कुछ रिकॉर्ड नहीं किया गया: बोली पहचानने की अनुमति नहीं दी गई
    .hint = यह वाक्य-सूची बोली पहचानने के लिए रिकॉर्ड की जाती है; आपके बारे में कुछ नहीं रखा गया
consent-open = सहमति के सारे सवालों के जवाब नहीं दिए गए हैं
consent-not-signed = सहमति नहीं दी गई है
consent-missing = सहमति की रसीद के बिना कुछ रिकॉर्ड नहीं किया जाता
    .hint = सहमति के सवालों के जवाब दें, या --consent फ़ाइल से रसीद दें
flags-of-consent = --yes और --grant, या --consent फ़ाइल
consent-unasked = सहमति के बिना कुछ रिकॉर्ड नहीं किया जाता, और यहाँ किसी से पूछा नहीं जा सकता
    .hint = { $flag } से जवाब दें
consent-adults = यहाँ सिर्फ़ बालिग लोग ख़ुद रिकॉर्ड कर सकते हैं
    .hint = अभिभावक की रसीद --consent फ़ाइल से दी जाती है
consent-no-text = { $locale } के लिए कोई सहमति-पत्र नहीं है
    .hint = sheet.toml के साथ consent/{ $locale }.txt लिखें
consent-no-use = `{ $scope }` कोई उपयोग नहीं है; ये मान्य हैं: { $allowed }
consent-use-not-asked = उपयोग { $scope } के बारे में यहाँ नहीं पूछा जाता; इनके बारे में पूछा जाता है: { $asked }
    .hint = इसे छोड़ दें, या परियोजना फ़ाइल के `uses` में जुड़वाएँ
consent-no-licence = उपयोग { $scope } के लिए लाइसेंस चाहिए, और कोई बताया नहीं गया
    .hint = --licence से बताएँ, जैसे CC-BY-4.0, या परियोजना फ़ाइल में लिखें
consent-no-contact = संपर्क दिया गया, पर उपयोग contact-again की अनुमति नहीं दी गई
    .hint = --contact हटा दें, या --grant contact-again से अनुमति दें
consent-not-kept = सहमति में `{ $field }` रखने की अनुमति नहीं है
    .hint = --about { $field }=… हटा दें, या --yes से फिर सहमति दें
about-form = `{ $given }` का रूप KEY=VALUE नहीं है, जहाँ KEY इनमें से एक हो: { $fields }
about-refused = `{ $field }` का जवाब रखा नहीं जा सकता: { $why }
about-long = `{ $field }` का जवाब { $longest } अक्षरों से लंबा है

# The keyboard and the system.

answer-needed = जवाब चाहिए: { $question }
    .hint = यहाँ किसी से पूछा नहीं जा सकता; { $flag } से जवाब दें
answer-form = `{ $question }` का जवाब इस तरह नहीं दिया जाता
answer-not-asked = `{ $question }` अभी नहीं पूछा जा रहा है
answer-ended = जवाब आने से पहले ही लिखना बंद हो गया
interrupted = आपके कहने पर रोका गया
system-no-signal = Ctrl-C पर नज़र नहीं रखी जा सकती: { $cause }
system-no-random = सिस्टम से बेतरतीब अंक नहीं मिल रहे: { $cause }
system-epoch = SOURCE_DATE_EPOCH का मान `{ $given }` है; 1970 से गिने गए सेकंड की पूरी संख्या मान्य है
system-json = एक मान JSON में लिखा नहीं जा सकता

## A bar that shows how far a long work is; what stands in quotes is filled in by the bar

progress-bar = { "{bar:32}" } { "{pos}" } / { "{len}" } { $unit }  { "{per_sec}" }  { "{eta}" } बाकी  { "{msg}" }

## Findings, the most important first: title, problem, what to do now, why it matters to a corpus

check-unreadable-file-title = फ़ाइल पढ़ी नहीं जा सकती
check-unreadable-file-problem = इस फ़ाइल को आवाज़ की फ़ाइल के रूप में पढ़ा नहीं जा सकता।
check-unreadable-file-fix = नीचे लिखा कारण देखें: फ़ाइल को बदलें या फिर से कॉपी करें। अगर अभी-अभी रिकॉर्ड हुई है, तो दोबारा रिकॉर्ड करें।
check-unreadable-file-why = जो फ़ाइल अपने हेडर में बताई लंबाई से पहले समाप्त हो जाती है या आवाज़ की नहीं है, उसे हर प्रशिक्षण प्रोग्राम काट देता या ठुकरा देता है, अक्सर बिना कुछ बताए।

check-device-lost-title = माइक्रोफ़ोन हट गया
check-device-lost-problem = रिकॉर्डिंग के दौरान माइक्रोफ़ोन हट गया या बदल गया।
check-device-lost-fix = माइक्रोफ़ोन मिलते ही वाक्य दोबारा पढ़ें।
check-device-lost-why = उस पल के बाद जो बोला गया वह छूट गया, या किसी दूसरे माइक्रोफ़ोन से आया; जो मौजूद है वह पूरा लगता है, इसलिए बाद में कोई इसे सुनकर नहीं पकड़ता।

check-empty-file-title = कुछ रिकॉर्ड नहीं हुआ
check-empty-file-problem = कोई आवाज़ रिकॉर्ड नहीं हुई।
check-empty-file-fix = देख लें कि माइक्रोफ़ोन लगा है और उसकी अनुमति दी गई है।
check-empty-file-why = इतनी छोटी रिकॉर्डिंग में कोई शब्द नहीं होता; मॉडल इससे सीखता है कि पाठ सन्नाटा भी हो सकता है।

check-digital-silence-title = सिर्फ़ सन्नाटा
check-digital-silence-problem = सिर्फ़ सन्नाटा आया।
check-digital-silence-fix = माइक्रोफ़ोन म्यूट है या ग़लत माइक्रोफ़ोन चुना गया है: इसे चालू करें या दूसरा चुनें।
check-digital-silence-why = चालू माइक्रोफ़ोन में हमेशा एक से ज़्यादा चरण की हलचल होती है: यह म्यूट या ग़लत इनपुट है, शांत कमरा नहीं।

check-take-long-title = तय सीमा से लंबी
check-take-long-problem = यह रिकॉर्डिंग तय सीमा से लंबी है।
check-take-long-fix = सिर्फ़ वही पढ़ें जो दिख रहा है, और पढ़ लेने पर रोक दें।
check-take-long-why = एक वाक्य पढ़ने में इतनी देर कोई नहीं लगाता: माइक्रोफ़ोन खुला रह गया, या यह कोई दूसरी फ़ाइल है। सीमा से आगे का हिस्सा जाँचा नहीं जाता, और उसका अंत छूटा हो सकता है।

check-computer-slept-title = कंप्यूटर सो गया
check-computer-slept-problem = कंप्यूटर सो गया था, और उस बीच जो बोला गया वह छूट गया।
check-computer-slept-fix = यह वाक्य दोबारा पढ़ें।
check-computer-slept-why = सोया हुआ कंप्यूटर या रोका गया प्रोग्राम कुछ रिकॉर्ड नहीं करता; पहले और बाद का हिस्सा शब्द के बीच में जुड़ जाता है, और बाद में कोई इसे सुनकर नहीं पकड़ सकता।

check-scale-wrong-title = ग़लत पैमाना
check-scale-wrong-problem = सैंपल पूरे पैमाने से बहुत बाहर हैं: पूर्णांकों को फ़्लोट के रूप में सहेजा गया।
check-scale-wrong-fix = सारे सैंपल को उन पूर्णांकों के पूरे पैमाने से भाग दें, 16 बिट के लिए 32768 से, और फ़ाइल फिर से सहेजें।
check-scale-wrong-why = फ़्लोट का पूरा पैमाना 1 होता है। फ़्लोट के रूप में सहेजे पूर्णांक हज़ारों गुना बड़े होते हैं: बजाने और प्रशिक्षण वाले प्रोग्राम उन्हें काटकर शोर बना देते हैं।

check-capture-xrun-title = आवाज़ छूट गई
check-capture-xrun-problem = कंप्यूटर बहुत व्यस्त था और कुछ आवाज़ छूट गई।
check-capture-xrun-fix = दूसरे प्रोग्राम बंद करें और वाक्य दोबारा पढ़ें।
check-capture-xrun-why = जो सैंपल कंप्यूटर से छूट गए वे चले गए और उनके दोनों सिरे जुड़ गए; बाद में सुनकर कोई यह नहीं पकड़ सकता, इसलिए रिकॉर्ड करते समय ही इन्हें गिना जाता है।

check-dropout-silent-title = आवाज़ कट गई
check-dropout-silent-problem = पल भर के लिए आवाज़ कट गई।
check-dropout-silent-fix = तार या वायरलेस कनेक्शन जाँचें और वाक्य दोबारा पढ़ें।
check-dropout-silent-why = आवाज़ के बीच भरी हुई ख़ाली जगह तार, वायरलेस कनेक्शन या ड्राइवर का खोया हुआ बफ़र है, और शब्द में एक छेद।

check-no-speech-title = कोई बोली नहीं
check-no-speech-problem = किसी का बोलना सुनाई नहीं दिया।
check-no-speech-fix = माइक्रोफ़ोन जाँचें और वाक्य को बोलकर पढ़ें।
check-no-speech-why = पाठ के साथ बिना बोली की रिकॉर्डिंग हो, तो पहचानने वाला मॉडल शोर में भी शब्द लिखना सीखता है।

check-dropout-repeat-title = आवाज़ दो बार आई
check-dropout-repeat-problem = माइक्रोफ़ोन ने आवाज़ का एक टुकड़ा दोहरा दिया।
check-dropout-repeat-fix = वाक्य दोबारा पढ़ें; अगर फिर ऐसा हो, तो कोई दूसरा USB सॉकेट इस्तेमाल करें।
check-dropout-repeat-why = बफ़र को दोबारा चलाने वाला ड्राइवर ऐसी हकलाहट बनाता है जो किसी मुँह से नहीं निकलती; असली आवाज़ आख़िरी बिट तक कभी नहीं दोहराई जाती।

check-clipped-title = बहुत तेज़, बिगड़ी हुई
check-clipped-problem = रिकॉर्डिंग बहुत तेज़ है और आवाज़ बिगड़ गई है।
check-clipped-fix = माइक्रोफ़ोन का वॉल्यूम कम करें या एक हथेली भर पीछे हटें।
check-clipped-why = कटी हुई चोटियाँ ठीक नहीं हो सकतीं, और मॉडल को वे किसी और की आवाज़ लगती हैं। जाँच रिकॉर्डिंग की अपनी ऊपरी सीमा देखती है, इसलिए कटी हुई रिकॉर्डिंग को धीमा करने से यह छिपता नहीं।

check-start-cut-title = शुरुआत कटी है
check-start-cut-problem = रिकॉर्डिंग शुरू होते समय कोई पहले से बोल रहा था।
check-start-cut-fix = एक पल रुककर शुरू करें; अगर वह आप नहीं थे, तो शांति होने तक रुकें।
check-start-cut-why = शब्द की पहली ध्वनि नहीं है, इसलिए पाठ और आवाज़ ठीक वहीं मेल नहीं खाते जहाँ मॉडल उन्हें मिलाता है।

check-end-cut-title = अंत कटा है
check-end-cut-problem = रिकॉर्डिंग समाप्त होते समय कोई अब भी बोल रहा था।
check-end-cut-fix = रोकने से पहले एक पल रुकें; अगर वह आप नहीं थे, तो शांति होने पर दोबारा पढ़ें।
check-end-cut-why = आख़िरी शब्द का अंत नहीं है, इसलिए पाठ और आवाज़ ठीक वहीं मेल नहीं खाते जहाँ मॉडल उन्हें मिलाता है।

check-read-incomplete-title = वाक्य के लिए बहुत छोटी
check-read-incomplete-problem = यह रिकॉर्डिंग इस वाक्य के लिए बहुत छोटी है।
check-read-incomplete-fix = क्या पूरा वाक्य पढ़ा गया? शुरू से अंत तक दोबारा पढ़ें।
check-read-incomplete-why = जो शब्द पाठ में हैं पर आवाज़ में नहीं, वे लेबल की सबसे बुरी ग़लती हैं। वक्ता की रफ़्तार पता चलने पर पढ़ने का समय इसे पकड़वा देता है।

check-read-too-long-title = वाक्य के लिए बहुत लंबी
check-read-too-long-problem = यह रिकॉर्डिंग इस वाक्य के लिए बहुत लंबी है।
check-read-too-long-fix = क्या वाक्य दो बार पढ़ा गया, या कुछ और भी कहा गया? सिर्फ़ वाक्य पढ़ें, और एक ही बार।
check-read-too-long-why = दो बार या दूसरे शब्दों के साथ पढ़े गए वाक्य की आवाज़ में ऐसे शब्द होते हैं जो पाठ में नहीं हैं।

check-prompt-mismatch-title = यह वाक्य नहीं
check-prompt-mismatch-problem = जो सुना गया वह यह वाक्य नहीं है।
check-prompt-mismatch-fix = जैसा लिखा है वैसा ही पढ़ें।
check-prompt-mismatch-why = किसी दूसरे वाक्य का साफ़ पढ़ना आवाज़ की हर जाँच में पास होता है; सिर्फ़ बोली पहचानने वाले के शब्द इसे बता सकते हैं।

check-duplicate-exact-title = वही रिकॉर्डिंग फिर से
check-duplicate-exact-problem = यह और एक दूसरी रिकॉर्डिंग एक ही हैं।
check-duplicate-exact-fix = वाक्य पढ़ें; हर वाक्य की अपनी अलग रिकॉर्डिंग होनी चाहिए।
check-duplicate-exact-why = दो वाक्यों के नीचे एक ही रिकॉर्डिंग का मतलब है कि एक पाठ ग़लत है; एक ही वाक्य के नीचे दो बार हो, तो एक आवाज़ दो गिनी जाती है।

check-duplicate-near-title = दूसरी रिकॉर्डिंग की नक़ल
check-duplicate-near-problem = यह किसी दूसरी रिकॉर्डिंग की नक़ल लगती है।
check-duplicate-near-fix = वाक्य पढ़ें; हर वाक्य की अपनी अलग रिकॉर्डिंग होनी चाहिए।
check-duplicate-near-why = जिस नक़ल को तेज़, छोटा या शोर वाला बना दिया गया हो, वह भी दूसरी बार पढ़ना नहीं है।

check-noisy-title = पीछे का शोर
check-noisy-problem = पीछे बहुत ज़्यादा शोर है।
check-noisy-fix = खिड़की बंद करें, पंखे बंद करें, माइक्रोफ़ोन के पास आएँ।
check-noisy-why = जहाँ शोर आवाज़ से 10 dB के भीतर आ जाता है, वहाँ शब्द पहचानने की ग़लतियाँ तेज़ी से बढ़ती हैं।

check-narrowband-title = टेलीफ़ोन जैसी आवाज़
check-narrowband-problem = यह आवाज़ टेलीफ़ोन जैसी है।
check-narrowband-fix = शायद हेडसेट कॉल मोड में है; तार लगाएँ या कंप्यूटर में लगा माइक्रोफ़ोन इस्तेमाल करें।
check-narrowband-why = टेलीफ़ोन में वे ध्वनियाँ नहीं होतीं जिनसे स और फ़ का फ़र्क़ पता चलता है; पूरी आवाज़ वाले संग्रह में मिलकर यह भाषा की जगह उपकरण सिखाती है।

check-format-low-title = रिकॉर्डिंग का स्तर कम
check-format-low-problem = रिकॉर्डिंग का फ़ॉर्मैट इस परियोजना की ज़रूरत से कम है।
check-format-low-fix = उपकरण को 16 बिट और कम से कम माँगी गई दर पर सेट करें।
check-format-low-why = परियोजना की माँग से कम दर या कम बिट को फ़ाइल बदलकर पूरा नहीं किया जा सकता।

check-channel-dead-title = एक ही तरफ़ आवाज़
check-channel-dead-problem = बाएँ और दाएँ में से सिर्फ़ एक तरफ़ आवाज़ है।
check-channel-dead-fix = वही तरफ़ काम में ली जाती है; दोनों चाहिए थीं तो प्लग जाँचें।
check-channel-dead-why = एक तरफ़ कुछ नहीं है: प्लग आधा लगा है, या दूसरा माइक्रोफ़ोन चुनना था।

check-channels-inverted-title = दोनों तरफ़ एक-दूसरे को मिटाती हैं
check-channels-inverted-problem = दोनों तरफ़ की आवाज़ें एक-दूसरे को मिटा देती हैं।
check-channels-inverted-fix = माइक्रोफ़ोन को मोनो पर सेट करें।
check-channels-inverted-why = दोनों तरफ़ को मिलाकर एक करते ही वे एक-दूसरे को मिटा देती हैं, और बोली पतली या ग़ायब हो जाती है।

check-channels-differ-title = दो तरफ़ दो आवाज़ें
check-channels-differ-problem = दोनों तरफ़ अलग-अलग आवाज़ें हैं, और सिर्फ़ एक तरफ़ काम में ली जाती है।
check-channels-differ-fix = हर तरफ़ की अलग फ़ाइल बनाएँ, या एक बार में एक ही व्यक्ति को रिकॉर्ड करें।
check-channels-differ-why = कॉल या साक्षात्कार में हर तरफ़ एक व्यक्ति होता है। एक तरफ़ काम में ली जाती है और दूसरी छोड़ दी जाती है: उसके शब्द नहीं होते, या पाठ में होते हैं और आवाज़ में नहीं।

check-too-quiet-title = बहुत धीमी
check-too-quiet-problem = इस रिकॉर्डिंग में आपकी आवाज़ मुश्किल से सुनाई देती है।
check-too-quiet-fix = माइक्रोफ़ोन के पास आएँ या उसका वॉल्यूम बढ़ाएँ।
check-too-quiet-why = बहुत धीमी आवाज़ उपकरण के शोर के ज़्यादा पास होती है, और तेज़ करने पर मॉडल दोनों को सुनता है।

check-noise-gated-title = शब्दों के बीच कटती आवाज़
check-noise-gated-problem = उपकरण शब्दों के बीच की आवाज़ काट देता है।
check-noise-gated-fix = शोर हटाने की सुविधा (noise suppression) बंद करें।
check-noise-gated-why = शोर हटाने की सुविधा शोर के साथ साँस और शब्दों के हल्के अंत भी काट देती है, और ऐसे छेद छोड़ती है जो किसी कमरे में नहीं होते।

check-limited-title = तेज़ हिस्से दबे हुए
check-limited-problem = आवाज़ के तेज़ हिस्से दब गए हैं।
check-limited-fix = माइक्रोफ़ोन बूस्ट और अपने-आप बदलने वाला वॉल्यूम बंद करें, या माइक्रोफ़ोन का वॉल्यूम कम करें।
check-limited-why = अपने-आप बदलने वाला वॉल्यूम, बूस्ट और लिमिटर तेज़ आवाज़ों को दबा देते हैं; दर बदली हुई कटी रिकॉर्डिंग भी ठीक ऐसी ही दिखती है।

check-hum-50-title = बिजली की भनभनाहट, 50 Hz
check-hum-50-problem = बिजली की भनभनाहट सुनाई देती है।
check-hum-50-fix = चार्जर निकालें, या कोई दूसरा सॉकेट या तार इस्तेमाल करें।
check-hum-50-why = बिजली की भनभनाहट सत्र के हर शब्द के नीचे रहती है; प्लग पर इसे हटाना आसान है, बाद में मुश्किल।

check-hum-60-title = बिजली की भनभनाहट, 60 Hz
check-hum-60-problem = बिजली की भनभनाहट सुनाई देती है।
check-hum-60-fix = चार्जर निकालें, या कोई दूसरा सॉकेट या तार इस्तेमाल करें।
check-hum-60-why = बिजली की भनभनाहट सत्र के हर शब्द के नीचे रहती है; प्लग पर इसे हटाना आसान है, बाद में मुश्किल।

check-rumble-title = भारी गड़गड़ाहट
check-rumble-problem = भारी गड़गड़ाहट सुनाई देती है।
check-rumble-fix = माइक्रोफ़ोन को मेज़ से उठा लें और हवा से बचाएँ।
check-rumble-why = क़दम, हवा और मेज़ सबसे निचली आवृत्तियों को भर देते हैं; फ़िल्टर इसे हटा देता है, पर इसका कारण अक्सर ठक-ठक की आवाज़ भी करता है।

check-click-noise-title = खटका या ठक की आवाज़
check-click-noise-problem = बोली के पास खटके या ठक की आवाज़ है।
check-click-noise-fix = मेज़ को न छुएँ, और बटन दबाने से पहले एक पल रुकें।
check-click-noise-why = बोली के पास बटन और खटकों की आवाज़ें ऐसी ध्वनियाँ बन जाती हैं जिनकी मॉडल वहाँ उम्मीद करना सीख सकता है।

check-reverberant-title = कमरा गूँजता है
check-reverberant-problem = आपकी आवाज़ दीवारों से लौटकर आती है।
check-reverberant-fix = परदों या बिस्तर वाले कमरे में जाएँ, और माइक्रोफ़ोन के पास आएँ।
check-reverberant-why = गूँजता कमरा एक ध्वनि को अगली में मिला देता है; गूँज बाद में जोड़ी जा सकती है, हटाई कभी नहीं जा सकती।

check-level-changed-title = पहले से तेज़ या धीमी
check-level-changed-problem = आवाज़ पहले से बहुत तेज़ या धीमी है।
check-level-changed-fix = वैसे ही बैठें जैसे शुरू में बैठे थे।
check-level-changed-why = आवाज़ के अचानक बदलने का मतलब है कि वक्ता या माइक्रोफ़ोन अपनी जगह से हिला, और उसके साथ बाकी सत्र भी।

check-room-changed-title = पीछे का शोर बदला
check-room-changed-problem = शुरुआत के मुक़ाबले पीछे का शोर बढ़ गया है।
check-room-changed-fix = क्या कुछ चालू किया गया? उसे बंद करें, या थोड़ा रुकें।
check-room-changed-why = कुछ चालू किया गया है। सौ वाक्यों के बाद के बजाय एक वाक्य के बाद पता चलना बेहतर है।

check-upsampled-title = तय से कम गुणवत्ता
check-upsampled-problem = माइक्रोफ़ोन जिस गुणवत्ता पर सेट है, उससे कम देता है।
check-upsampled-fix = साउंड सेटिंग में माइक्रोफ़ोन की अपनी सैंपल दर चुनें।
check-upsampled-why = फ़ाइल अपनी सामग्री से बड़ी है, और पूरी आवाज़ के लिए बना मॉडल सीखता है कि ऊँची आवृत्तियाँ ख़ाली होती हैं।

check-peak-hot-title = लगभग बहुत तेज़
check-peak-hot-problem = आवाज़ लगभग ज़रूरत से ज़्यादा तेज़ है।
check-peak-hot-fix = माइक्रोफ़ोन का वॉल्यूम थोड़ा कम करें।
check-peak-hot-why = अब लगभग कोई गुंजाइश नहीं है: अगला ज़्यादा तेज़ शब्द कट जाएगा।

check-dc-offset-title = बिजली का झुकाव
check-dc-offset-problem = माइक्रोफ़ोन का सॉकेट आवाज़ में बिजली का एक स्थिर झुकाव जोड़ देता है।
check-dc-offset-fix = वाक्य दोबारा पढ़ें। अगर फिर ऐसा हो, तो कोई दूसरा सॉकेट या दूसरा माइक्रोफ़ोन इस्तेमाल करें।
check-dc-offset-why = स्थिर झुकाव गुंजाइश घटाता है और हर कटाव पर खटकता है; ज़्यादातर उपकरणों में यह नहीं होता।

check-pause-long-title = लंबा ठहराव
check-pause-long-problem = बीच में लंबा ठहराव है।
check-pause-long-fix = पूरा वाक्य बिना रुके एक बार में पढ़ें।
check-pause-long-why = बीच का लंबा ठहराव अक्सर पन्ना पलटने या दूसरी कोशिश का होता है।

check-lead-silence-long-title = शुरू में लंबी चुप्पी
check-lead-silence-long-problem = शुरू में लंबी चुप्पी है।
check-lead-silence-long-fix = कुछ करना नहीं है: यह हिस्सा काट दिया जाएगा। अगली बार “रिकॉर्डिंग हो रही है” दिखने के थोड़ी देर में बोलना शुरू करें।
check-lead-silence-long-why = चुप्पी में जगह और प्रशिक्षण का समय लगता है; इसे बिना नुक़सान के काट दिया जाता है।

check-trail-silence-long-title = अंत में लंबी चुप्पी
check-trail-silence-long-problem = अंत में लंबी चुप्पी है।
check-trail-silence-long-fix = कुछ करना नहीं है: यह हिस्सा काट दिया जाएगा। अगली बार आख़िरी शब्द के थोड़ी देर में Enter दबाएँ।
check-trail-silence-long-why = चुप्पी में जगह और प्रशिक्षण का समय लगता है; इसे बिना नुक़सान के काट दिया जाता है।

check-mos-low-title = शायद आवाज़ अच्छी नहीं
check-mos-low-problem = हो सकता है कि यह सुनने में अच्छी न हो।
check-mos-low-fix = इसे सुनें, और अगर अच्छी न लगे तो वाक्य दोबारा पढ़ें।
check-mos-low-why = यह आवाज़ के बारे में दूसरी राय है; यह मॉडल कटी चोटियों और टेलीफ़ोन जैसी आवाज़ को मुश्किल से पकड़ता है, इसलिए किसी दूसरी जाँच की जगह नहीं लेता।

check-speech-doubtful-title = शायद बोली नहीं
check-speech-doubtful-problem = हो सकता है कि यह किसी का बोलना न हो।
check-speech-doubtful-fix = इसे सुनें, और अगर कोई नहीं बोल रहा तो वाक्य दोबारा पढ़ें।
check-speech-doubtful-why = जाँच ने जिसे बोली समझा, वह संगीत, खाँसी या दरवाज़े की आवाज़ हो सकती है।

check-channels-identical-title = दोनों तरफ़ एक जैसी
check-channels-identical-problem = दोनों तरफ़ एक जैसी हैं: एक ही रखी जाती है।
check-channels-identical-fix = कुछ करना नहीं है; माइक्रोफ़ोन को मोनो रखने से जगह बचती है।
check-channels-identical-why = कुछ ग़लत नहीं है; फ़ाइल ज़रूरत से दोगुनी बड़ी है।

## Findings that come from no check

check-interrupted-title = रिकॉर्डिंग बीच में कटी
check-interrupted-problem = प्रोग्राम के अचानक बंद होने या रोके जाने से रिकॉर्डिंग बीच में कट गई।
check-interrupted-fix = इसका अंत सुनें; कोई शब्द छूटा हो तो दोबारा पढ़ें।
check-interrupted-why = कटा हुआ शब्द पाठ में होता है और आवाज़ में नहीं, और मॉडल को शब्द छोड़ना सिखाता है।

check-file-altered-title = फ़ाइल बदली गई
check-file-altered-problem = यह वह फ़ाइल नहीं है जो रिकॉर्ड की गई थी।
check-file-altered-fix = रिकॉर्ड की गई फ़ाइल वापस लाएँ, या दोबारा रिकॉर्ड करें।
check-file-altered-why = जाँच के बाद बदली गई फ़ाइल में क्या है, यह कोई नहीं बता सकता: उसका नतीजा, पाठ और सहमति किसी और फ़ाइल के हैं।

check-file-missing-title = फ़ाइल नहीं मिली
check-file-missing-problem = फ़ाइल अपनी जगह पर नहीं है।
check-file-missing-fix = किसी प्रति से इसे वापस लाएँ, या दोबारा रिकॉर्ड करें।
check-file-missing-why = आवाज़ के बिना पाठ कुछ नहीं सिखाता, और उसकी जो गिनती है वह ग़लत है।
