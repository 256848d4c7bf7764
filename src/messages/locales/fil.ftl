# The words that a contributor can meet, in Filipino.
#
# Register: «ikaw», friendly and plain, with the English words that everybody uses (recording, i-save, code), as in the consent text.
# Words: recording (take) = recording, to record = mag-record; sentence (prompt) = pangungusap; reading = pagbasa (only where a sentence
# is read several times); sitting (session) = sesyon; microphone = mikropono; loudspeaker = speaker; break = pahinga; keep = i-save;
# receipt = resibo; withdrawal code = withdrawal code; sheet = set ng mga pangungusap; speaker, contributor = kalahok; the key = Enter.
# After a number the plural category [other] (it ends in 4, 6 or 9) takes «na».

## Verdicts

verdict-pass = AYOS
verdict-warn = PUWEDE
verdict-reject = ULITIN

## The start of a sitting

welcome-head = { $title }  ({ $locale }, kalahok { $speaker }, { $device })
welcome-going-on = Tuloy tayo: tapos na ang { $kept } sa { $readings }.
welcome-another = Noong huli, ang mikropono ay { $before }; ngayon, { $now }.
welcome-readings =
    { $count ->
        [one] { $count } pangungusap.
       *[other] { $count } na pangungusap.
    }
welcome-longest = Hanggang { $length } lang ang isang recording. Kusang hihinto ang mas mahaba at hindi ito magagamit.
welcome-patience = Kusang hihinto ang recording na lubhang mas mahaba kaysa sa kailangan ng pangungusap.
welcome-listening =
    Bukas ang mikropono mula ngayon hanggang sa dulo. Sine-save ang nasa pagitan ng dalawang pindot ng Enter, kasama ang kalahating segundo bago at pagkatapos nito.
welcome-keys = Ipinapakita ng ? at Enter ang lahat ng key; pindutin ang Enter pagkatapos ng bawat letra.
recovered-saved =
    { $count ->
        [one] Naputol ang huling sesyon. Na-save ang { $count } recording na hindi pa tapos.
       *[other] Naputol ang huling sesyon. Na-save ang { $count } na recording na hindi pa tapos.
    }
session-unreadable =
    May isang folder ng mga recording na hindi mabasa, at hindi ito gagalawin: { $path } ({ $cause }). Ipakita ito sa tumutulong sa iyo.
recovered-torn = Naputol ang huling sesyon. Walang nawala sa mga na-save mo.

clock-early = Ayon sa orasan ng computer na ito, { $date } ngayon, mas maaga pa sa paggawa ng programang ito. Itama ang petsa at oras, saka magsimula ulit: hindi magagamit sa huli ang mga recording na may ganoong petsa at ang pahintulot para sa mga ito.
clock-late = Ayon sa orasan ng computer na ito, { $date } ngayon, napakalayo sa tunay na petsa. Itama ang petsa at oras, saka magsimula ulit: hindi magagamit sa huli ang mga recording na may ganoong petsa at ang pahintulot para sa mga ito.

## The room

room-listening =
    { $seconds ->
        [one] Tumahimik muna nang { $seconds } segundo: sinusukat ang ingay sa kuwarto.
       *[other] Tumahimik muna nang { $seconds } na segundo: sinusukat ang ingay sa kuwarto.
    }
room-silent = Walang tunog.
room-silent-advice = Puro katahimikan ang dumarating. Naka-mute ba ang mikropono, o iba ang dapat gamitin?
room-loud = Maingay sa kuwarto.
room-loud-advice = Isara ang bintana, patayin ang bentilador, o lumapit sa mikropono.
room-quiet = Sapat ang katahimikan sa kuwarto.
room-keys = Enter: makinig ulit   g: tumuloy pa rin   q: tama na muna ngayon

## The prompt and the take

media-sound = May halimbawang patutugtugin muna. Magsalita kapag tapos na ito; e: pakinggan ulit
media-picture = Tingnan ang larawang ito, at sabihin ang bagay rito: { $path }
prompt-place = { $number } sa { $readings }
prompt-reading = pagbasa { $repetition } sa { $repeat }
prompt-again = isa pang beses
prompt-kept = na-save
prompt-of-attempts = recording { $attempt } sa { $attempts }
take-length = { $seconds } s
take-stopped-long = Lumampas ang recording sa pinakamahabang puwede, { $length }. Inihinto na ito.
length-minutes =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } na minuto
    }
length-seconds =
    { $count ->
        [one] { $count } segundo
       *[other] { $count } na segundo
    }
take-also = pati: { $titles }
take-device = Hanggang dito lang ang kaya ng mikroponong ito.
finding-said = { $problem } { $fix }
meter-clipped = malakas!
slept =
    { $seconds ->
        [one] Naka-sleep ang computer nang { $seconds } segundo. Tuloy tayo mula rito.
       *[other] Naka-sleep ang computer nang { $seconds } na segundo. Tuloy tayo mula rito.
    }
device-searched = Hinahanap ang mikropono bawat segundo, hanggang isang minuto. Itutuloy ito kapag may nakita na; q: tama na muna ngayon
device-muted = Na-mute ang mikroponong { $name }: puro katahimikan ang nare-record. Buksan ito sa sound settings ng system.
device-unmuted = Bukas na ulit ang mikroponong { $name }.
device-back = May mikropono na ulit: { $name }. Tuloy tayo.

## What holds for a microphone, before the first prompt, and what to do about it

remark-monitor = Hindi ito mikropono: nire-record nito ang pinatutugtog ng speaker.
    .wait = Pumili ng mikropono gamit ang --device; inililista ng `booth devices` ang mga ito.
remark-unplugged = Walang nakasaksak sa saksakan ng mikroponong ito.
    .wait = Isaksak ito, o pumili ng iba gamit ang --device; inililista ng `booth devices` ang mga ito.
remark-muted = Naka-mute ang mikroponong ito.
    .wait = Buksan ito sa sound settings ng system.
remark-volume = { $percent }% ang volume ng mikroponong ito sa system.
    .wait = Gawin itong 100% sa sound settings, at magsalita na lang nang medyo mas malakas o mas mahina.
remark-telephone = Parang telepono ang tunog ng mikroponong ito ({ $rate }).
    .wait = Ganito ang wireless na headset kapag naka-call mode. Gumamit ng may kable, o ng mikropono ng computer mismo.
remark-narrow = { $rate } ang takbo ng mikroponong ito; { $wanted } Hz ang kailangan.
    .wait = Pumili ng mas mataas na rate sa sound settings ng system, o ng ibang mikropono.

## What the recorder noticed

capture-lost = Masyadong abala ang computer kaya may nawalang tunog.
capture-stalled = Sandaling walang dumating na tunog mula sa mikropono.
capture-missing = May kulang na tunog sa recording na ito.
capture-silent = Puro katahimikan ang dumating.
capture-clock = { $measured } Hz ang tunay na takbo ng mikropono, hindi { $stated }.

## What the booth is doing

phase-idle = Hindi pa nagsisimula ang sesyon.
phase-showing = Handa na.
phase-recording = NAGRE-RECORD
phase-judging = Sandali lang.
phase-verdict = I-save ang recording, o basahin ulit.
phase-paused = Pahinga.
nobody-heard = Dalawang beses nang walang narinig. Nandiyan ka ba?
phase-done = Nabasa na ang lahat.
phase-finished = Tapos na ang sesyon.
done-all =
    { $readings ->
        [one] Na-save na ang lahat: { $readings } pangungusap.
       *[other] Na-save na ang lahat: { $readings } na pangungusap.
    }
done-some =
    { $left ->
        [one] Iyon na muna ang lahat: na-save ang { $kept } sa { $readings }, at { $left } ang nilaktawan.
       *[other] Iyon na muna ang lahat: na-save ang { $kept } sa { $readings }, at { $left } ang nilaktawan.
    }
done-limit = Iyon na ang dami na gusto mong basahin ngayong araw: na-save ang { $kept } sa { $readings }.

## The list of all sentences

reading-kept = na-save
reading-left-out = nilaktawan
reading-open = babasahin
reading-none = Walang pangungusap na `{ $given }` sa listahan; puwede ang numero mula 1 hanggang { $readings }. l: buong listahan
report-ask = Ano ang mali sa pangungusap na ito?
report-spelling = May mali sa pagkakasulat
report-unnatural = Walang magsasabi nang ganito
report-unclear = Puwede itong basahin sa dalawang paraan
report-unfit = Ayaw kong basahin ito nang malakas
report-other = Iba pa
report-keys = I-type ang numero, at kung gusto mo, may dagdag na salita pagkatapos. Enter: huwag na lang
report-thanks = Salamat: naiparating na.
report-none = Walang naiparating.

## Keys

keys-showing = Enter: mag-record   s: laktawan   b: bumalik   q: tama na muna
keys-recording = Basahin na. Enter: ihinto
keys-verdict = Enter: i-save   r: basahin ulit   p: pakinggan   s: laktawan   b: bumalik
keys-rejected = Enter: basahin ulit   k: i-save pa rin   p: pakinggan   s: laktawan
keys-kept = Enter: ituloy   r: basahin ulit   p: pakinggan   d: burahin   b: bumalik
keys-attempts = <  >: ang nauna o sumunod na recording
keys-delete = Burahin nang tuluyan? Hindi na ito maibabalik.   d: burahin   Enter: hindi
keys-paused = Enter: ituloy   q: tama na muna ngayon
keys-done = Enter: tapusin   b: balik sa huli   u: bawiin ang pasya   l: buong listahan
keys-hands-free = Basahin ang bawat pangungusap kapag handa ka na; kusa itong tutuloy. q: tama na muna ngayon   w: pahinga   ?: lahat ng key
key-unknown = Walang gamit dito ang `{ $key }`; ipinapakita ng ? ang lahat ng key.
key-arrows = Walang gamit dito ang mga arrow at ibang espesyal na key; ipinapakita ng ? ang lahat ng key.
help-enter = mag-record; ihinto; i-save ang maayos; basahin ulit ang hindi
    .key = Enter
help-keep = i-save ang recording na ito
    .key = k
help-redo = basahin ulit; mananatili ang recording hanggang may i-save kang iba
    .key = r
help-play = pakinggan ito; kung nasa pangungusap, ang huling recording nito
    .key = p
help-hear = pakinggan ulit ang halimbawa ng pangungusap na ito
    .key = e
help-skip = laktawan, may dahilan kung gusto mo; babalik ito sa dulo
    .key = s [DAHILAN]
help-report = sabihing may mali sa pangungusap na ito
    .key = x [ANO]
help-back = bumalik sa nauna
    .key = b
help-choose = tingnan ang nauna o sumunod na recording ng parehong pangungusap
    .key = <  >
help-undo = bawiin ang huling pasya, kahit ilang beses
    .key = u
help-delete = burahin nang tuluyan ang recording na ito; magtatanong muna
    .key = d
help-list = ilista ang lahat ng pangungusap at ang lagay ng bawat isa
    .key = l
help-goto = pumunta sa pangungusap na may ganitong numero sa listahan
    .key = g NUMERO
help-help = ang listahang ito
    .key = ?
help-pause = magpahinga
    .key = w
help-mode = kung paano hihinto ang recording: ihihinto mo, kapag tumahimik ka, o kusa ang lahat; sa bawat m, lilipat sa susunod
    .key = m
help-quit = tama na muna ngayon; dito magtutuloy sa susunod
    .key = q
help-interrupt = ihinto agad; ligtas ang mga na-save mo
    .key = Ctrl-C

## Why a command cannot be followed now

refusal-recording = Nagre-record pa. Pindutin muna ang Enter para ihinto ito.
refusal-not-recording = Walang nire-record ngayon.
refusal-judging = Sandali lang, sinusuri pa ang recording.
refusal-undecided = I-save muna ang recording na ito o basahin ulit.
refusal-no-take = Wala pang recording ang pangungusap na ito.
refusal-no-sound = Walang halimbawang mapapakinggan ang pangungusap na ito.
refusal-silent = Walang boses sa recording na ito kaya hindi ito mase-save. Basahin ulit, o laktawan.
refusal-cut-short = Naputol ang recording na ito kaya hindi ito mase-save. Basahin ulit.
refusal-no-such-take = Wala nang ibang recording ng pangungusap na ito sa banda roon.
refusal-elsewhere = Mula ito sa naunang sesyon na iba ang kagamitan, at hindi ito mabubura mula rito.
refusal-not-asked = Walang itinatanong ngayon.
refusal-nothing-to-undo = Wala pang pasya sa sesyong ito na mababawi.
refusal-unseen = Dumating iyon bago pa may masasagot.
refusal-done = Nabasa na ang lahat. Bumalik muna sa isang pangungusap.
refusal-kept = Na-save na ang recording na ito.
refusal-nothing-before = Wala nang nauna rito.
refusal-unknown-prompt = Walang ganoong pangungusap sa set.
refusal-paused = Pahinga ngayon. Pindutin ang Enter para ituloy.
refusal-not-paused = Hindi pahinga ngayon.
refusal-device-lost = Nawala ang mikropono. Itutuloy ito kapag mayroon na.
refusal-not-open = Tapos na ang sesyon.

## Why a recording stopped

stop-user = Inihinto mo ito.
stop-end = Natapos ang tunog.
stop-length = Lumampas ito sa pinakamahabang puwede.
stop-interrupted = Tinapos ang sesyon sa gitna ng recording.
stop-device-lost = Nawala ang mikropono.
stop-disk = Hindi ito na-save sa disk.
stop-discarded = Pagkakamali iyon; walang magiging recording.
stop-unknown = Huminto ang recording.

## The end of a sitting

close-finished = Nabasa na ang lahat.
close-limit = Sapat na para sa sesyong ito.
close-quit = Tama na muna para sa araw na ito.
close-interrupted = Inihinto, gaya ng hiling mo.
close-nobody = Walang narinig, kaya inihinto ang sesyon.
close-error = Kinailangang tapusin ang sesyon.
close-device-changed = Napalitan ang mikropono.
close-recovered = Naayos na ang naputol.
close-unknown = Tapos na ang sesyon.
farewell-given =
    { $count ->
        [one] Nakabasa ka ng { $count } pangungusap sa sesyong ito, { $all } sa kabuuan ({ $minutes } min).
       *[other] Nakabasa ka ng { $count } na pangungusap sa sesyong ito, { $all } sa kabuuan ({ $minutes } min).
    }
farewell-done = Iyon na ang lahat. Salamat!
farewell-left =
    { $count ->
        [one] May { $count } pangungusap pang natitira. Para ituloy:
       *[other] May { $count } na pangungusap pang natitira. Para ituloy:
    }
farewell-where = Nasa { $path } ang mga recording mo
farewell-contact = Pagbibigyan ng mga ito: { $name }, { $contact }.
farewell-contact-unnamed = Ibigay ang mga ito sa humiling sa iyo na mag-record.

## Questions

question-speaker = Sino ang magbabasa: { $speakers }? (Enter: bagong tao)
question-new-speaker = Walang `{ $speaker }` dito. I-type ulit ito para magsimula bilang bagong kalahok, o i-type ang pangalang ibig mong sabihin:
question-adult = Nasa hustong gulang na ako sa aking bansa
question-contact = Paano ka makokontak; hiwalay itong itatago sa mga recording
page-more = Enter: magbasa pa
form-uses = Pumapayag ako sa:
form-about = Tungkol sa iyo, kung gusto mo
form-ticked = [x]
form-open = [ ]
form-needed = (kailangan)
form-left-out = -
form-keys =
    I-type ang numero at Enter para lagyan o alisan ng tsek ang linya, o ang numero at mga salita, halimbawa: { $example } mga kuwarenta
    Enter lang: ayos na ang lahat.   q: umalis, at walang ise-save
form-lacking = Hindi makakapag-record kung walang tsek ang { $numbers }.
form-unknown = Walang linyang `{ $given }` dito; puwede ang mga numero mula 1 hanggang { $last }.
form-no-words = Hindi kailangan ng salita sa linya { $number }: numero lang nito ang naglalagay o nag-aalis ng tsek.
form-words = Kailangan ng salita sa linya { $number }: i-type ang mga ito pagkatapos ng numero. Binubura ito ng - pagkatapos ng numero.
about-gender = Ang kasarian mo, sa sarili mong salita
about-age = Ang edad mo, o tantiya gaya ng mga treinta
about-accent = Ang punto o rehiyon mo
about-native-language = Ang una mong wika

## Uses that are asked for; each goes on with "You may"

scope-asr = paggamit ng mga recording ko para turuan ang mga makina ng pagkilala sa pananalita (speech recognition)
scope-tts = paggamit ng mga ito sa paggawa ng artipisyal na boses na maaaring katunog ng sa akin
scope-speaker-id = paggamit ng mga ito para turuan ang mga makina na makilala sa boses kung sino ang nagsasalita
scope-evaluation = paggamit ng mga ito sa pagsubok kung gaano kahusay ang ganitong mga sistema
scope-share-gated =
    { $licence ->
        [none] pagbabahagi ng mga ito sa mga taong pumirma sa mga tuntunin ng paggamit
       *[other] pagbabahagi ng mga ito sa mga taong pumirma sa mga tuntunin ng paggamit, sa ilalim ng lisensiyang { $licence }
    }
scope-share-open =
    { $licence ->
        [none] hayagang paglalathala ng mga ito, na maaaring i-download at gamitin ng kahit sino
       *[other] hayagang paglalathala ng mga ito, na maaaring i-download at gamitin ng kahit sino ayon sa pinapahintulutan ng lisensiyang { $licence }
    }
scope-contact-again = paghingi ulit sa akin ng recording

## The receipt

consent-holds = May bisa pa ang pahintulot mo noong { $date } (resibo { $receipt }).
project-used = Proyekto: { $path }
receipt-where = Ang resibo mo na may withdrawal code: { $path }
receipt-code = Withdrawal code: { $code }   (itago mo ito; wala na itong ibang kopya)
controller-unnamed = ang nagpapatakbo ng pagre-record na ito
contact-unnamed = ang humiling sa iyo na gawin ang mga recording na ito
copy-consent = Pahintulot mo
copy-consent-said = ibinigay noong { $date } (UTC), kopya mo
copy-receipt = Resibo
copy-speaker = Ikaw ay
copy-speaker-said = kalahok { $speaker } (walang pangalang itinatago kasama ng mga recording mo)
copy-controller = Nangongolekta
copy-contact = Kontak
copy-until = Hanggang
copy-yes = oo
copy-no = hindi
copy-licence = Lisensiya
copy-code = Withdrawal code
copy-withdraw = Para umatras
copy-keep = Itago mo ang code na ito: wala na itong ibang kopya, at pinatutunayan nitong sa iyo ang mga recording.
copy-text = Ang tekstong ipinakita sa iyo ({ $locale }):
withdrawal-by-code = Sabihin sa kontak sa itaas ang withdrawal code; hindi kailangan ng dahilan.
gone-head = Binawi noong { $date } (UTC), numero { $id }
gone-speaker = Binawi mo ang lahat ng ni-record mo hanggang noon.
gone-session = Binawi mo ang isang sesyon.
gone-take = Binawi mo ang isang recording.
gone-scope = Mula ngayon, hindi na ito gagawin dito: { $scope }. Wala nang ibang magbabago.
gone-deleted = Tuluyang binura: mga recording: { $takes }, mga segundo ng tunog: { $seconds }. Walang nahanap na natira nang hanapin ito pagkatapos.
gone-no-release = Hindi pa ito nailalathala.
gone-releases = Nasa mga labas ito na nailabas na: { $releases }. Sinasabihan ang sinumang mayroon nito na burahin ito roon.
gone-models = Ang natutunan na noon mula sa nailathalang labas ay hindi na maaalis sa modelong nasanay na.
gone-next = Gagawin ang susunod na labas nang wala ito. Itago ang sulat na ito: ito ang patunay.
mine-head = Lahat ng nakatago rito tungkol sa iyo, kinopya noong { $date } (UTC)
mine-sessions = Mga sesyon: { $count }, bawat isa ay nasa sariling folder sa loob ng sessions/.
mine-files = Sa bawat isa: ang mga recording mo sa audio/, ang ipinakita sa iyo at ang sinukat at sinabi tungkol dito sa takes.jsonl, ang narinig ng mga programa sa transcripts.jsonl, ang sinang-ayunan mo sa consent/.
mine-receipts = Sa receipts/: ang mga resibo mo, mga sulat, at ang sinabi mo kung paano ka maaabot.
mine-rights = Sa iyo ito: basahin, itago, ibigay kaninuman. Gamit ang code sa resibo mo, mababawi mo ang lahat.
feedback-head = Ang kinahinatnan ng iyong mga recording, mula sa mga nangongolekta nito
feedback-thanks = Natanggap na: { $count }. Salamat sa bawat isa.
feedback-again = Pakibasa ulit: { $count }, mga { $minutes } min.
feedback-nothing = Wala nang kailangang basahin ulit.
feedback-why = { $count } × { $why }
feedback-advice = Iisa ang dahilan ng karamihan. Bago ka magpatuloy: { $fix }
feedback-here = Isa pa nga: { $problem }
feedback-heard = May nakinig at humihiling na basahin ito ulit. Basahin nang mahinahon, gaya ng pagsasabi mo sa bahay.
feedback-how = Para rito, ilagay ang file na ito sa tabi ng folder ng iyong mga recording at mag-record gaya ng dati.
feedback-of-another = Para kay { $given } ang feedback na ito, at si { $wanted } ang nagbabasa.
feedback-elsewhere = Bukod dito, para sa ibang sheet o wika, o wala na sa sheet: { $count }.
feedback-unreadable = Hindi mabasa ang isang feedback, { $path }: { $cause }
hand-in-made = Ang file mong isusumite: { $files } – ang code nito ay { $code }.
hand-in-nothing = Walang hindi pa naisumite dati.
hand-in-lacking = Hindi lahat ay nailagay sa file: { $count }. Sabihin ito sa humiling ng mga recording.
farewell-bundle = Para gawing isang file na isusumite:

## The page in the browser: what is said of a sitting

language-name = Filipino
page-link = Buksan ang link na ito sa browser ng computer na ito; isang beses lang nitong mabubuksan ang page:
page-address = Sa browser kung saan nabuksan na ang page, binubuksan ito ulit ng { $address }.
page-running = Bukas na ang page; bubuksan ito nang isa pang beses.
page-no-browser = walang mabuksang browser ({ $cause }); buksan ang link sa itaas
page-no-server = hindi maipakita ang page: { $cause }
    .hint = baka may ibang program na pumipigil dito; nagre-record ang `booth record` sa terminal
page-alone = walang tumingin sa page nang sampung minuto
page-over-said = Tapos na ang Booth. Puwede mong isara ang page na ito.
page-trouble = Hindi iyon gumana
page-start = Ano ang gusto mong basahin?
page-sheet-languages =
    { $count ->
        [one] { $count } wika
       *[other] { $count } na wika
    }
page-consent = Bago ka magsimula
page-sound = Sound check
page-microphone-say = Magsalita habang nakikinig ang Booth, halimbawa, sabihin kung ano ang nakikita mo sa paligid.
page-was-away = Naisara ang page kaya inihinto ang recording; hindi ito nawala.
page-device-searched = Hinahanap ito bawat segundo, hanggang isang minuto. Itutuloy ito kapag may nakita na.
page-device-advice = Isaksak ito ulit, o pumili ng ibang mikropono.
page-device-busy = Isara ang ibang program na gumagamit nito, o pumili ng ibang mikropono.
page-device-denied = Payagan ang Booth na gamitin ang mikropono sa privacy settings ng computer na ito.
page-picture-alt = Ang larawan para sa pangungusap na ito
page-delete-ask = Burahin nang tuluyan ang recording na ito? Hindi na ito maibabalik.
page-kept = na-save: { $kept } sa { $readings }
page-minutes = { $minutes } min ng recording
page-left =
    { $count ->
        [one] mga { $count } minuto pa
       *[other] mga { $count } na minuto pa
    }
page-refused-recording = Nagre-record pa. Ihinto muna ito.
page-refused-paused = Pahinga ngayon. Ituloy muna.
page-reason-hard-to-say = Mahirap itong bigkasin
page-reason-wrong-sentence = May mali rito
page-reason-not-now = Hindi muna ngayon
page-verdict-pass = Ayos
page-verdict-warn = Pakisuri
page-verdict-reject = Basahin ulit
page-end = Salamat
page-end-left =
    { $count ->
        [one] May { $count } pangungusap pang natitira. Puwede kang tumuloy ngayon, o buksan ulit ang Booth sa ibang araw.
       *[other] May { $count } na pangungusap pang natitira. Puwede kang tumuloy ngayon, o buksan ulit ang Booth sa ibang araw.
    }
page-end-withdraw = Mababawi mo ang mga recording mo kahit kailan: sabihin sa humiling ng mga ito ang code na nasa resibo mo. Hindi kailangan ng dahilan.
break-offer = Kalahating oras ka nang nagbabasa. Gusto mo bang magpahinga?
mode-said = Recording mula ngayon: { $mode }.
mode-manual = manu-mano
mode-auto-stop = kusang humihinto
mode-hands-free = hands-free

## How a microphone does, in a word or two

figure-voice = Ang boses mo
figure-voice-none = hindi narinig
figure-voice-faint = mahina
figure-voice-good = maayos
figure-voice-strong = malakas
figure-voice-loud = sobrang lakas
figure-room = Ang kuwarto
figure-room-quiet = tahimik
figure-room-heard = may kaunting ingay
figure-room-loud = maingay
figure-band = Ang tunog
figure-band-full = buo
figure-band-narrow = medyo kulob
figure-band-telephone = parang telepono

## The page in the browser: its fixed words

# Whole page
page-name = Booth
page-go-on = Ituloy
page-back = Bumalik
page-close = Isara
page-note-info = Paunawa
page-note-warn = Paalala
page-note-bad = Problema
# Full screen when the program does not answer any more
page-gone = Huminto ang Booth
page-gone-safe = Ligtas sa computer na ito ang lahat ng na-save mo.
page-gone-how = Para ituloy, buksan ulit ang Booth gaya ng ginawa mo kanina. Kusang babalik ang page na ito, o may bagong bubukas.
page-gone-trying = Hinahanap ng page na ito ang Booth.
page-elsewhere = Bukas ang Booth sa ibang tab
page-elsewhere-what = Isang tab lang ang makakapag-record sa isang pagkakataon.
page-take-over = Gamitin ang tab na ito

# Start: what to read
page-language = Wika ng page na ito
page-sheet = Ang babasahin
page-locale = Wika ng mga pangungusap
page-begin = Magsimula

# Who reads
page-who = Sino ang magbabasa?
page-who-why = Pumili ng gawa-gawang pangalan, huwag ang tunay. Puwede ang maliliit na letra mula a hanggang z at mga numero.
page-who-before = Nakapagbasa na ako rito
page-who-new = Bago ako rito
page-who-name = Gawa-gawang pangalan

# Consent
page-consent-adult = Una sa lahat
page-consent-uses = Pumapayag ako sa:
page-consent-about = Tungkol sa iyo, kung gusto mo
page-consent-needed = kailangan
page-consent-nothing = Walang nakatsek na para sa iyo. Pinapayagan lang ang lagyan mo ng tsek.
page-agree = Pumayag at ituloy
page-refuse = Umalis, at walang ise-save

# Microphone
page-microphone-listening = Pinakikinggan ang lahat ng mikropono
page-microphone-choose = Pumili ng mikropono
page-microphone-none = Walang nakitang mikropono
page-microphone-waiting = naghihintay
page-microphone-listens = nakikinig
page-microphone-failed = hindi gumagana
page-microphone-best = Pinakamainam sa boses mo
page-microphone-default = Pinili ng computer
page-microphone-chosen = Napili
page-microphone-use = Gamitin ito
page-microphone-level = Lakas ng dinig nito sa iyo
page-listen = Makinig ulit

# Sound check
page-check = Simulan ang sound check
page-check-again = Ulitin ang sound check
page-check-stop = Nabasa ko na
page-check-anyway = Tumuloy pa rin
page-check-room = Tumahimik muna
page-check-sentence = Ngayon, basahin ito nang malakas
page-check-judging = Sandali lang
page-check-passed = Ayos ang tunog mo
page-check-good = ayos
page-check-poor = hindi pa ayos
page-seconds-left = Natitirang segundo

# Booth: what is going on now
page-phase-showing = Handa na
page-phase-recording = Nagre-record
page-phase-judging = Sandali lang
page-phase-verdict = Ang recording mo
page-phase-paused = Pahinga
page-phase-done = Nabasa na ang lahat
page-phase-lost = Walang mikropono
page-previous = Naunang pangungusap
page-next = Susunod na pangungusap
page-sentence = Basahin ito nang malakas
page-controls = Mga button
page-again = Isa pang beses
page-picture = Larawan

# Booth: what can be done (buttons)
page-record = Mag-record
page-stop = Ihinto
page-keep = I-save
page-keep-anyway = I-save pa rin
page-redo = Basahin ulit
page-play = Pakinggan
page-play-stop = Ihinto ang tunog
page-skip = Laktawan
page-back-step = Bumalik
page-undo = Bawiin ang pasya
page-delete = Burahin
page-delete-yes = Burahin nang tuluyan
page-delete-no = Huwag burahin
page-cancel = Kanselahin
page-discard = Itapon
page-pause = Magpahinga
page-resume = Ituloy
page-quit = Tama na muna ngayon
page-list = Buong listahan
page-hint = Tingnan ang mungkahi
page-hint-hide = Itago ang mungkahi
page-hear = Pakinggan ang halimbawa
page-report = May mali ba sa pangungusap na ito?
page-hold = I-hold para mag-record
page-release = Bitawan para ihinto

# Booth: the recording just made
page-take-kept = na-save
page-take-earlier = naunang recording
page-take-others = Iba pang puna
page-take-fix = Subukan muna ito
page-take-wave = Larawan ng recording mo
page-take-speech = boses mo
page-take-attempts = Mga recording ng pangungusap na ito
page-attempt = Recording
page-skip-why = Bakit lalaktawan ang pangungusap na ito?
page-skip-plain = Walang dahilan
page-report-why = Ano ang mali sa pangungusap na ito?
page-who-is-there = Nandito ako

# Booth: the level of the microphone
page-meter = Lakas ng tunog
page-meter-silent = Walang dumarating
page-meter-room = Hinihintay ka
page-meter-quiet = Medyo mahina
page-meter-good = Ayos
page-meter-high = Medyo malakas
page-meter-loud = Sobrang lakas

# List of all sentences
page-list-loading = Sandali lang
page-list-all = Lahat

# Settings
page-settings = Settings
page-settings-mode = Paano humihinto ang recording
page-mode-manual = Ako ang maghihinto nito
page-mode-auto-stop = Hihinto ito kapag tumahimik ako
page-mode-hands-free = Kusa itong magsisimula at hihinto
page-settings-hold = I-hold ang key o button habang nagbabasa ako
page-settings-auto-play = Iparinig sa akin ang mga recording na may puna
page-settings-keys = Gamitin ang mga key ng keyboard
page-settings-keys-which = Mga key
page-settings-key-change = Palitan ang key
page-settings-key-press = Pumindot ng key
page-settings-key-reset = Ibalik sa dati ang lahat ng key
page-settings-key-fixed = Laging ginagawa ng Space at Enter ang nakasulat sa malaking button.
page-key-space = Space
page-key-enter = Enter
page-key-escape = Esc

# End
page-end-again = Magbasa pa
page-end-finish = Tapusin
page-hand-in = Gumawa ng isang file na isusumite
page-end-where = Ang mga recording mo
page-receipt = Ang resibo mo
page-receipt-code = Withdrawal code
page-receipt-copy = Kopyahin ang code
page-receipt-copied = Nakopya na
page-receipt-print = I-print ang page na ito
page-withdraw = Kung magbago ang isip mo

# Trouble, and the last page
page-retry = Subukan ulit
page-over = Puwede mo nang isara ang page na ito.

# The button that opens the rest of the buttons on a small screen, and the heading of what it opens
page-menu = Iba pa

## Trouble: no capital and no full stop, as it stands behind "trouble:" or "error:"

trouble-head = problema
trouble-said = { $head }: { $message }
trouble-hint = mungkahi: { $hint }

# The microphone and the loudspeaker; $direction is input or output.

-plug-in = isaksak ito ulit o pumili ng iba gamit ang --device, saka patakbuhin ang parehong command para ituloy
-devices = inililista ng `booth devices` kung ano ang mayroon
device-lost-gone = nabunot ang mikroponong `{ $name }`
    .wait = Isaksak ito ulit.
    .hint = { -plug-in }
device-lost-invalidated = binago ng system ang mikroponong `{ $name }` at kailangan itong buksan ulit
    .wait = Binubuksan ito ulit.
    .hint = { -plug-in }
device-lost-host = natapos ang sound system, at kasama nito ang mikroponong `{ $name }`
    .wait = Babalik ito kasabay ng sound system.
    .hint = { -plug-in }
device-lost-errors = puro error ang iniuulat ng mikroponong `{ $name }`
    .wait = Bunutin ito at isaksak ulit.
    .hint = { -plug-in }
device-lost-changed = pumili ang system ng ibang mikropono sa halip na `{ $name }`
    .wait = Itutuloy ito gamit ang napili ngayon.
    .hint = { -plug-in }
device-lost-suspended = pinatulog ng system ang mikroponong `{ $name }`
    .wait = Gisingin ito sa sound settings ng system, o isaksak ulit.
    .hint = gisingin ito sa sound settings ng system, o pumili ng iba gamit ang --device; saka patakbuhin ang parehong command para ituloy
device-lost-silent = hindi sumasagot ang sound system, at walang dumarating mula sa mikroponong `{ $name }`
    .wait = Itutuloy ito kapag sumagot na ulit ang sound system.
    .hint = i-restart ang sound server, saka patakbuhin ang parehong command para ituloy
device-no-audio = walang tunog na dumarating mula sa mikroponong `{ $name }`
    .wait = Tingnan kung nakasaksak at bukas ito.
    .hint = tingnan kung nakasaksak ito at hindi natutulog, o pumili ng iba gamit ang --device
device-not-back =
    { $seconds ->
        [one] walang mikroponong bumalik sa loob ng { $seconds } segundo
       *[other] walang mikroponong bumalik sa loob ng { $seconds } na segundo
    }
    .hint = { -plug-in }
device-closed = nakasara ang mikropono
device-no-thread = hindi masimulan ang bahaging nakikinig sa mikropono
device-search-ended = natapos ang paghahanap ng mikropono
device-search-failed = hindi masimulan ang paghahanap ng mikropono
-plug-one-in = magsaksak ng isa, o mag-record mula sa mga file gamit ang --device file:PATH
device-no-card = walang mikropono: walang sound card ang computer na ito, at walang sound server na sumasagot
    .hint = { -plug-one-in }
device-none = walang mikropono: walang ibinibigay ang system
    .hint = { -plug-one-in }
device-missing =
    { $direction ->
        [output] walang speaker na `{ $name }`
       *[input] walang mikroponong `{ $name }`
    }
    .hint = { -devices }
device-silent =
    { $direction ->
        [output] hindi sumasagot ang speaker na `{ $name }`
       *[input] hindi sumasagot ang mikroponong `{ $name }`
    }
    .hint = i-restart ang sound server, o pumili ng ibang device; inililista ng `booth devices` ang mga ito
device-busy =
    { $direction ->
        [output] ginagamit ng ibang program ang speaker na `{ $name }`
       *[input] ginagamit ng ibang program ang mikroponong `{ $name }`
    }
    .hint = isara ang kabilang program, o pumili ng ibang device; inililista ng `booth devices` ang mga ito
device-denied =
    { $direction ->
        [output] hindi pinapayagan ng system ang paggamit ng speaker na `{ $name }`
       *[input] hindi pinapayagan ng system ang paggamit ng mikroponong `{ $name }`
    }
    .hint =
        { $system ->
            [linux] magpasali sa group na `audio`, o simulan ang sound server ng desktop mo
           *[other] payagan ang terminal na ito na gamitin iyon sa privacy settings ng system
        }
device-is-file =
    { $direction ->
        [output] file ang `{ $name }` at hindi speaker
       *[input] file ang `{ $name }` at hindi mikropono
    }
device-no-format =
    { $count ->
        [0] wala sa mikroponong `{ $name }` ang alinman sa mga format na { $usable }; iba ang mayroon ito
       *[other] wala sa mikroponong `{ $name }` ang alinman sa mga format na { $usable }; mayroon itong { $formats }
    }
    .hint = gamitin ang parehong device nang may plughw: sa halip na hw:, dahil nagko-convert ito, o alsa:default
device-unusable =
    { $direction ->
        [output] hindi magagamit ang `{ $name }` bilang speaker: { $cause }
       *[input] hindi magagamit ang `{ $name }` bilang mikropono: { $cause }
    }
    .hint = { -devices }
device-no-server = walang sound server sa likod ng `{ $name }`
    .hint = simulan ang sound server ng desktop mo, o pumili ng ibang device; inililista ng `booth devices` ang mga ito
device-fails =
    { $direction ->
        [output] hindi mabuksan ang speaker na `{ $name }`: { $cause }
       *[input] hindi mabuksan ang mikroponong `{ $name }`: { $cause }
    }
    .hint = { -devices }
playback-no-format = walang format ang speaker na `{ $name }` na mapatutugtog
    .hint = pumili ng iba; inililista ng `booth devices` ang mga ito
playback-stopped = huminto sa pagtugtog ang speaker na `{ $name }` pagkatapos ng { $played } sa { $frames } frame
    .hint = pumili ng ibang speaker; inililista ng `booth devices` ang mga ito

# The disk.

-may-write = pumili ng folder na masusulatan mo, o baguhin ang mga permission nito
storage-missing = walang file o folder na { $path }
storage-denied = hindi pinapayagan ng system ang paggamit ng { $path }: walang permission
    .hint = { -may-write }
storage-full = hindi ma-save ang { $path }: puno na ang disk
    .hint = magbakante ng espasyo, saka patakbuhin ulit ang parehong command
storage-read-only = hindi ma-save ang { $path }: read-only ang file system
    .hint = { -may-write }
storage-exists = mayroon nang { $path }
storage-failed = pumapalya ang disk o ang system sa { $path }: { $cause }
-wait = hintayin itong matapos, o gumamit ng ibang folder
storage-in-use = ginagamit ito ng { $holder }
    .hint = { -wait }
storage-in-use-by-another = ginagamit ito ng ibang process
    .hint = { -wait }
storage-held = ginagamit ito ng { $holder }
    .hint = hintayin itong matapos; kung walang gumagawa rito (hindi nakakapag-lock ang disk na ito, at baka nawalan ng kuryente), alisin ang { $path } at magsimula ulit
storage-no-locks = Hindi nakakapag-lock ng mga file ang disk na ito, gaya ng ilang network share: { $path }. Itutuloy pa rin, at may file doon na humaharang sa pangalawang Booth. Isang computer lang ang pagamitin ng folder na ito sa isang panahon, at gumawa ng mga backup.
storage-journal = hindi naisulat ang journal kanina
    .hint = patakbuhin ulit ang parehong command; ligtas ang mga na-save

# The sheet and the sitting.

sheet-empty = walang pangungusap ang set sa anumang wika
    .hint = isulat ang mga ito sa <wika>.tsv sa tabi ng sheet.toml, o ibigay ang folder ng ibang set
sheet-languages = may ilang wika ang set: { $languages }
    .hint = sabihin kung alin ang babasahin gamit ang --locale
sheet-no-prompt = walang pangungusap na `{ $prompt }` ang set
    .hint = inililista ng `booth prompts show` ang mga id
sheet-unknown = walang folder na `{ $place }`, at walang set na ganoon ang pangalan sa loob ng programa
    .hint = nasa programa ang: { $names }; o ibigay ang folder na may sheet.toml
speaker-unknown = hindi alam kung sino ang kalahok
prompt-none = walang pangungusap na ire-record
take-changed = bumalik na iba na ang recording

# Consent.

-ask-again = patakbuhin ang `booth record` nang walang --consent para matanong ulit
consent-of-another = kay `{ $given }` ang pahintulot, hindi kay `{ $wanted }`
    .hint = ibigay ang --speaker { $given }, o ibang resibo
consent-of-another-text = para sa ibang teksto ang pahintulot, hindi sa ginagamit ngayon
    .hint = { -ask-again }
receipts-no-place = walang lugar sa tabi ng mga recording para sa mga resibo ng mga kalahok
    .hint = mag-record sa sariling folder gamit ang --into
consent-yet-to-come = sinagot ang pahintulot noong { $date }, na hindi pa dumarating
    .hint = tingnan kung tama ang orasan ng computer na ito
consent-ended = natapos ang pahintulot noong { $date }
    .hint = { -ask-again }
consent-without-asr = hindi pumayag ang kalahok sa speech recognition (asr)
    .hint = walang ire-record kung wala ito; mababago ang sagot kung magpapatanong ulit
consent-not-given = walang ire-record: hindi pinayagan ang speech recognition
    .hint = para sa speech recognition ang set na ito; walang itinago tungkol sa iyo
consent-open = hindi pa nasasagot ang lahat ng tanong tungkol sa pahintulot
consent-not-signed = hindi pa ibinibigay ang pahintulot
consent-missing = walang ire-record kung walang resibo ng pahintulot
    .hint = sagutin ang mga tanong tungkol sa pahintulot, o magbigay ng resibo gamit ang --consent FILE
flags-of-consent = --yes at --grant, o --consent FILE
consent-unasked = walang ire-record kung walang pahintulot, at walang matatanong dito
    .hint = sumagot gamit ang { $flag }
consent-adults = mga nasa hustong gulang lang ang makakapag-record dito nang mag-isa
    .hint = ibinibigay ang resibo ng tagapangalaga gamit ang --consent FILE
consent-no-text = walang teksto ng pahintulot para sa { $locale }
    .hint = isulat ang consent/{ $locale }.txt sa tabi ng sheet.toml
consent-no-use = walang paggagamitang `{ $scope }`; ang puwede ay { $allowed }
consent-use-not-asked = hindi itinatanong dito ang paggagamitang { $scope }; ang itinatanong ay { $asked }
    .hint = alisin ito, o ipadagdag sa `uses` sa project file
consent-no-licence = kailangan ng lisensiya ng paggagamitang { $scope }, at walang nabanggit
    .hint = ibigay ito gamit ang --licence, halimbawa CC-BY-4.0, o sa project file
consent-no-contact = may ibinigay na kontak, pero hindi pinayagan ang contact-again
    .hint = alisin ang --contact, o payagan ito gamit ang --grant contact-again
consent-not-kept = hindi pinapayagan ng pahintulot na itago ang `{ $field }`
    .hint = alisin ang --about { $field }=…, o magbigay ulit ng pahintulot gamit ang --yes
about-form = hindi KEY=VALUE ang `{ $given }` na ang KEY ay isa sa { $fields }
about-refused = hindi maitatago ang sagot sa `{ $field }`: { $why }
about-long = mas mahaba sa { $longest } karakter ang sagot sa `{ $field }`

# The keyboard and the system.

answer-needed = kailangan ng sagot: { $question }
    .hint = walang matatanong dito; sumagot gamit ang { $flag }
answer-form = hindi ganoon ang pagsagot sa `{ $question }`
answer-not-asked = hindi itinatanong ngayon ang `{ $question }`
answer-ended = natapos ang input bago may sumagot
interrupted = inihinto, gaya ng hiling mo
system-no-signal = hindi mabantayan ang Ctrl-C: { $cause }
system-no-random = walang ibinibigay na random na byte ang system: { $cause }
system-epoch = `{ $given }` ang SOURCE_DATE_EPOCH; ang puwede ay buong bilang ng mga segundo mula 1970
system-json = may halagang hindi maisulat bilang JSON

## A bar that shows how far a long work is; what stands in quotes is filled in by the bar

progress-bar = { "{bar:32}" } { "{pos}" } sa { "{len}" } { $unit }  { "{per_sec}" }  { "{eta}" } pa  { "{msg}" }

## Findings, the most important first: title, problem, what to do now, why it matters to a corpus

check-unreadable-file-title = Hindi mabasa ang file
check-unreadable-file-problem = Hindi mabasa ang file bilang tunog.
check-unreadable-file-fix = Tingnan ang dahilan sa ibaba: i-convert ang file o kopyahin ulit. Kung ngayon lang ito na-record, i-record ulit.
check-unreadable-file-why = Ang file na mas maikli kaysa sa sinasabi ng header nito, o hindi tunog, ay puputulin o tatanggihan ng bawat trainer, madalas nang walang abiso.

check-device-lost-title = Nawala ang mikropono
check-device-lost-problem = Nawala o napalitan ang mikropono habang nagre-record.
check-device-lost-fix = Basahin ulit kapag nandiyan na ang mikropono.
check-device-lost-why = Kulang ang sinabi pagkatapos niyon, o galing sa ibang mikropono; buo pakinggan ang natira, kaya walang makakapansin nito sa huli.

check-empty-file-title = Walang na-record
check-empty-file-problem = Walang anumang na-record.
check-empty-file-fix = Tingnan kung nakasaksak ang mikropono at pinapayagan ang paggamit nito.
check-empty-file-why = Walang salita sa ganito kaikling recording; itinuturo nito sa model na puwedeng katahimikan ang teksto.

check-digital-silence-title = Puro katahimikan
check-digital-silence-problem = Puro katahimikan ang dumating.
check-digital-silence-fix = Naka-mute ang mikropono o mali ang napili: buksan ito o pumili ng iba.
check-digital-silence-why = Ang gumaganang mikropono ay laging gumagalaw nang higit sa isang hakbang: naka-mute o maling input ito, hindi tahimik na kuwarto.

check-take-long-title = Mas mahaba sa puwede
check-take-long-problem = Mas mahaba ang recording kaysa sa puwede.
check-take-long-fix = Basahin lang ang nakikita, at ihinto kapag nabasa na.
check-take-long-why = Walang nagbabasa ng isang pangungusap nang ganito katagal: naiwang bukas ang mikropono, o ibang file ito. Hindi sinusuri ang sobra, at maaaring kulang ang dulo.

check-computer-slept-title = Nag-sleep ang computer
check-computer-slept-problem = Nag-sleep ang computer, at wala ang mga sinabi noong panahong iyon.
check-computer-slept-fix = Basahin ulit ang pangungusap na ito.
check-computer-slept-why = Walang nare-record ang computer na naka-sleep o program na nakahinto; napagdudugtong ang bago at pagkatapos nito sa gitna ng salita, at walang makaririnig niyon sa huli.

check-scale-wrong-title = Maling scale
check-scale-wrong-problem = Lampas na lampas sa full scale ang mga sample: na-save bilang float ang mga buong bilang.
check-scale-wrong-fix = I-divide ang lahat ng sample sa full scale ng dating mga buong bilang, 32768 para sa 16 bit, at i-save ulit ang file.
check-scale-wrong-why = 1 ang full scale ng mga float. Libo-libong beses na mas malaki ang mga buong bilang na na-save nang ganito: nagiging ingay ang mga ito sa mga player at trainer.

check-capture-xrun-title = May nawalang tunog
check-capture-xrun-problem = Masyadong abala ang computer kaya may nawalang tunog.
check-capture-xrun-fix = Isara ang ibang mga program at basahin ulit.
check-capture-xrun-why = Wala na ang mga sample na nahulog ng computer at napagdugtong na ang mga dulo; hindi na ito maririnig sa huli, kaya binibilang ito habang nagre-record.

check-dropout-silent-title = Naputol ang tunog
check-dropout-silent-problem = Sandaling naputol ang tunog.
check-dropout-silent-fix = Tingnan ang kable o ang wireless na koneksiyon at basahin ulit.
check-dropout-silent-why = Ang napunang puwang sa gitna ng tunog ay nawalang buffer ng kable, ng wireless na koneksiyon o ng driver, at butas sa salita.

check-no-speech-title = Walang narinig na salita
check-no-speech-problem = Walang narinig na nagsasalita.
check-no-speech-fix = Tingnan ang mikropono at basahin ang pangungusap nang malinaw at naririnig.
check-no-speech-why = Itinuturo ng recording na walang salita pero may teksto na magsulat ang recogniser ng mga salita mula sa ingay.

check-dropout-repeat-title = Naulit ang tunog
check-dropout-repeat-problem = May piraso ng tunog na inulit ng mikropono.
check-dropout-repeat-fix = Basahin ulit; kung maulit pa, gumamit ng ibang USB port.
check-dropout-repeat-why = Ang driver na umuulit ng buffer ay lumilikha ng pagkautal na hindi kaya ng bibig; hindi kailanman umuulit ang tunay na tunog hanggang sa huling bit.

check-clipped-title = Sobrang lakas, sira ang tunog
check-clipped-problem = Masyadong malakas ang recording kaya nasira ang tunog ng boses.
check-clipped-fix = Hinaan ang volume ng mikropono o umatras nang isang dangkal.
check-clipped-why = Hindi na maaayos ang mga naputol na tuktok ng tunog, at parang ibang boses ang mga ito sa model. Sariling hangganan ng recording ang tinitingnan, kaya hindi ito maitatago ng paghina.

check-start-cut-title = Putol ang simula
check-start-cut-problem = May nagsasalita na nang magsimula ang recording.
check-start-cut-fix = Magsimula nang medyo mas huli; kung hindi ikaw iyon, hintaying tumahimik.
check-start-cut-why = Wala ang unang tunog ng salita, kaya hindi tugma ang teksto at ang tunog sa mismong lugar na pinagtatapat ng model.

check-end-cut-title = Putol ang dulo
check-end-cut-problem = May nagsasalita pa nang matapos ang recording.
check-end-cut-fix = Maghintay sandali bago ihinto; kung hindi ikaw iyon, basahin ulit kapag tahimik na.
check-end-cut-why = Wala ang dulo ng huling salita, kaya hindi tugma ang teksto at ang tunog sa mismong lugar na pinagtatapat ng model.

check-read-incomplete-title = Masyadong maikli para sa teksto
check-read-incomplete-problem = Masyadong maikli ito para sa pangungusap.
check-read-incomplete-fix = Nabasa ba ang lahat? Basahin ulit mula simula hanggang dulo.
check-read-incomplete-why = Pinakamasamang mali sa label ang mga salitang nasa teksto pero wala sa tunog. Nabubunyag ito ng haba ng pagbasa kapag alam na ang bilis ng kalahok.

check-read-too-long-title = Masyadong mahaba para sa teksto
check-read-too-long-problem = Masyadong mahaba ito para sa pangungusap.
check-read-too-long-fix = Dalawang beses bang nabasa, o may iba pang nasabi? Basahin ang pangungusap nang isang beses, at wala nang iba.
check-read-too-long-why = Kapag dalawang beses binasa ang teksto, o may ibang salita, may mga salita sa tunog na wala sa teksto.

check-prompt-mismatch-title = Hindi ito ang pangungusap
check-prompt-mismatch-problem = Hindi ang pangungusap ang narinig.
check-prompt-mismatch-fix = Basahin ito ayon sa pagkakasulat.
check-prompt-mismatch-why = Nakakalusot sa lahat ng pagsusuri ng tunog ang maayos na pagbasa ng ibang pangungusap; mga salitang narinig ng recogniser lang ang makapagsasabi.

check-duplicate-exact-title = Pareho ng ibang recording
check-duplicate-exact-problem = Parehong-pareho ito ng isa pang recording.
check-duplicate-exact-fix = Basahin ang pangungusap; bawat pangungusap ay kailangan ng sariling recording.
check-duplicate-exact-why = Kung iisa ang recording ng dalawang pangungusap, mali ang isa sa mga teksto; kung dalawang beses sa iisa, nadodoble ang bilang ng isang boses.

check-duplicate-near-title = Kopya ng ibang recording
check-duplicate-near-problem = Mukhang kopya ito ng isa pang recording.
check-duplicate-near-fix = Basahin ang pangungusap; bawat pangungusap ay kailangan ng sariling recording.
check-duplicate-near-why = Ang kopyang pinalakas, pinaikli o dinagdagan ng ingay ay hindi pa rin pangalawang pagbasa.

check-noisy-title = Ingay sa paligid
check-noisy-problem = Masyadong maingay sa paligid.
check-noisy-fix = Isara ang bintana, patayin ang bentilador, at lumapit sa mikropono.
check-noisy-why = Mabilis dumami ang maling salita kapag wala pang 10 dB ang pagitan ng ingay at ng boses.

check-narrowband-title = Parang telepono
check-narrowband-problem = Parang sa telepono ang tunog nito.
check-narrowband-fix = Baka naka-call mode ang headset; gumamit ng may kable o ng mikropono ng computer mismo.
check-narrowband-why = Wala sa tunog ng telepono ang nagpapaiba sa s at f; kapag nahalo sa wide-band na corpus, ang device ang itinuturo nito sa halip na ang wika.

check-format-low-title = Mababa ang format ng recording
check-format-low-problem = Masyadong mababa ang format ng recording para sa proyektong ito.
check-format-low-fix = Itakda ang mikropono sa 16 bit at sa rate na hindi bababa sa hinihingi.
check-format-low-why = Ang rate o bit depth na mas mababa sa hinihingi ng proyekto ay hindi maibabalik ng pag-convert ng file.

check-channel-dead-title = Isang panig lang ang may tunog
check-channel-dead-problem = Sa kaliwa at kanan, isa lang ang may tunog.
check-channel-dead-fix = Ang panig na iyon ang gagamitin; tingnan ang plug kung pareho ang gusto mo.
check-channel-dead-why = Walang laman ang isang panig: hindi lubos na nakasaksak ang plug, o ibang mikropono ang dapat ginamit.

check-channels-inverted-title = Nagkakansela ang dalawang panig
check-channels-inverted-problem = Kinakansela ng kaliwa at kanan ang isa't isa.
check-channels-inverted-fix = Gawing mono ang mikropono, o pumili ng iba.
check-channels-inverted-why = Nagkakansela ang dalawang panig kapag pinagsama sa isa, at numinipis o nawawala ang pananalita.

check-channels-differ-title = Dalawang boses sa dalawang panig
check-channels-differ-problem = Magkaibang boses ang nasa dalawang panig, at isang panig lang ang ginagamit.
check-channels-differ-fix = Gawing tig-isang file ang bawat panig, o mag-record nang isang tao lang sa bawat pagkakataon.
check-channels-differ-why = Sa tawag o panayam, may isang tao sa bawat panig. Isang panig ang ginagamit at inaalis ang isa: wala ang mga salita nito, o nasa teksto ang mga iyon pero wala sa tunog.

check-too-quiet-title = Napakahina
check-too-quiet-problem = Mahirap marinig ang boses mo sa recording na ito.
check-too-quiet-fix = Lumapit o lakasan ang volume ng mikropono.
check-too-quiet-why = Ang napakahinang boses ay malapit sa ingay ng device, at parehong naririnig ng model kapag pinalakas.

check-noise-gated-title = Napuputol sa pagitan ng mga salita
check-noise-gated-problem = Pinuputol ng device ang tunog sa pagitan ng mga salita.
check-noise-gated-fix = Patayin ang noise suppression.
check-noise-gated-why = Kasamang pinuputol ng noise suppression ang mga hinga at mahihinang dulo, at nag-iiwan ito ng mga butas na wala sa kahit anong kuwarto.

check-limited-title = Naipit ang malalakas na tunog
check-limited-problem = Naipit ang malalakas na bahagi.
check-limited-fix = Patayin ang boost at awtomatikong volume, o hinaan ang volume ng mikropono.
check-limited-why = Iniipit ng awtomatikong volume, boost at limiter ang malalakas na tunog, at ganito rin ang itsura ng naputol na recording na binago ang rate.

check-hum-50-title = Ugong ng kuryente, 50 Hz
check-hum-50-problem = May ugong ng kuryente.
check-hum-50-fix = Bunutin ang charger o gumamit ng ibang saksakan o kable.
check-hum-50-why = Nasa ilalim ng bawat salita ng sesyon ang ugong ng kuryente; madali itong alisin sa saksakan at mahirap sa huli.

check-hum-60-title = Ugong ng kuryente, 60 Hz
check-hum-60-problem = May ugong ng kuryente.
check-hum-60-fix = Bunutin ang charger o gumamit ng ibang saksakan o kable.
check-hum-60-why = Nasa ilalim ng bawat salita ng sesyon ang ugong ng kuryente; madali itong alisin sa saksakan at mahirap sa huli.

check-rumble-title = Mababang dagundong
check-rumble-problem = May mababang dagundong sa recording.
check-rumble-fix = Alisin ang mikropono sa mesa, at ikubli sa hangin.
check-rumble-why = Pinupuno ng mga hakbang, hangin at mesa ang pinakamababang tunog; naaalis iyon ng filter, pero madalas na naririnig din ang kalabog ng pinagmulan.

check-click-noise-title = Klik o katok
check-click-noise-problem = May klik o katok malapit sa pananalita.
check-click-noise-fix = Huwag galawin ang mesa, at maghintay sandali bago pindutin ang key.
check-click-noise-why = Ang mga pindot at katok sa tabi ng pananalita ay nagiging mga tunog na maaaring matutuhang asahan ng model.

check-reverberant-title = Umaalingawngaw ang kuwarto
check-reverberant-problem = Bumabalik ang boses mo mula sa mga dingding.
check-reverberant-fix = Lumipat sa kuwartong may kurtina o kama, at lumapit sa mikropono.
check-reverberant-why = Pinaghahalo ng umaalingawngaw na kuwarto ang isang tunog at ang kasunod; maidaragdag ito sa huli, pero hindi na maaalis.

check-level-changed-title = Mas malakas o mas mahina kaysa kanina
check-level-changed-problem = Mas malakas o mas mahina nang husto ang boses mo kaysa kanina.
check-level-changed-fix = Umupo gaya noong simula.
check-level-changed-why = Ang biglang pagbabago ng lakas ay tanda na gumalaw ang kalahok o ang mikropono, at kasama nito ang natitirang bahagi ng sesyon.

check-room-changed-title = Nagbago ang paligid
check-room-changed-problem = Mas maingay na ang paligid kaysa sa simula.
check-room-changed-fix = May binuksan ba? Patayin ito, o maghintay.
check-room-changed-why = May nabuksan. Mas mabuting mapansin ito pagkatapos ng isang pangungusap kaysa pagkatapos ng sandaan.

check-upsampled-title = Mas mababang kalidad sa nakatakda
check-upsampled-problem = Mas mababa ang kalidad ng tunog ng mikropono kaysa sa nakatakda rito.
check-upsampled-fix = Sa sound settings, piliin ang sariling sample rate ng mikropono.
check-upsampled-why = Mas malaki ang file kaysa sa laman nito, at natututo ang model para sa wide-band na katahimikan ang matataas na tunog.

check-peak-hot-title = Halos sobrang lakas
check-peak-hot-problem = Halos sobra na ang lakas nito.
check-peak-hot-fix = Hinaan nang kaunti ang volume ng mikropono.
check-peak-hot-why = Halos wala nang palugit: mapuputol ang susunod na mas malakas na salita.

check-dc-offset-title = Tuloy-tuloy na lihis
check-dc-offset-problem = May idinaragdag na tuloy-tuloy na lihis ng kuryente sa tunog ang saksakan ng mikropono.
check-dc-offset-fix = Basahin ulit. Kung maulit pa, gumamit ng ibang saksakan o ibang mikropono.
check-dc-offset-why = Binabawasan ng tuloy-tuloy na lihis ang palugit sa lakas at pumipitik ito sa bawat putol; wala nito ang karamihan ng mga device.

check-pause-long-title = Mahabang hinto
check-pause-long-problem = May mahabang hinto sa gitna.
check-pause-long-fix = Basahin ito nang tuloy-tuloy.
check-pause-long-why = Ang mahabang hinto sa gitna ay madalas na paglipat ng pahina o pangalawang subok.

check-lead-silence-long-title = Mahabang katahimikan sa simula
check-lead-silence-long-problem = May mahabang katahimikan sa simula.
check-lead-silence-long-fix = Wala kang kailangang gawin: aalisin ito. Sa susunod, magsalita agad pagkakita mo sa NAGRE-RECORD.
check-lead-silence-long-why = Kumakain ng espasyo at oras ng pagsasanay ang katahimikan; inaalis ito nang walang nawawala.

check-trail-silence-long-title = Mahabang katahimikan sa dulo
check-trail-silence-long-problem = May mahabang katahimikan sa dulo.
check-trail-silence-long-fix = Wala kang kailangang gawin: aalisin ito. Sa susunod, pindutin ang Enter agad pagkatapos ng huling salita.
check-trail-silence-long-why = Kumakain ng espasyo at oras ng pagsasanay ang katahimikan; inaalis ito nang walang nawawala.

check-mos-low-title = Baka hindi maganda ang tunog
check-mos-low-problem = Baka hindi maganda ang tunog nito.
check-mos-low-fix = Pakinggan ito, at basahin ulit kung hindi nga maganda.
check-mos-low-why = Pangalawang opinyon ito sa tunog; halos hindi napapansin ng model ang sobrang lakas at ang makitid na tunog, kaya hindi nito napapalitan ang ibang pagsusuri.

check-speech-doubtful-title = Baka hindi pananalita
check-speech-doubtful-problem = Baka hindi ito pananalita.
check-speech-doubtful-fix = Pakinggan ito, at basahin ulit kung walang nagsasalita.
check-speech-doubtful-why = Ang inakalang pananalita ay maaaring musika, ubo o pinto.

check-channels-identical-title = Magkapareho ang dalawang panig
check-channels-identical-problem = Magkapareho ang kaliwa at kanan: isa lang ang ise-save.
check-channels-identical-fix = Wala kang kailangang gawin; mas tipid sa espasyo ang mono na mikropono.
check-channels-identical-why = Walang mali; doble lang ang laki ng file kaysa sa kailangan.

## Findings that come from no check

check-interrupted-title = Naputol ang recording
check-interrupted-problem = Naputol ang recording dahil sa crash o signal.
check-interrupted-fix = Pakinggan ang dulo nito; basahin ulit kung may nawalang salita.
check-interrupted-why = Nasa teksto pero wala sa tunog ang salitang naputol, at itinuturo nito sa model na maglaktaw ng mga salita.

check-file-altered-title = Nabago ang file
check-file-altered-problem = Hindi ito ang file na na-record.
check-file-altered-fix = Ibalik ang na-record na file, o i-record ulit.
check-file-altered-why = Walang makapagsasabi kung ano ang laman ng file na binago matapos suriin: sa iba ang hatol, teksto at pahintulot nito.

check-file-missing-title = Nawawala ang file
check-file-missing-problem = Wala roon ang file.
check-file-missing-fix = Ibalik ito mula sa kopya, o i-record ulit.
check-file-missing-why = Walang naituturo ang tekstong walang tunog, at mali ang anumang bilang mula rito.
