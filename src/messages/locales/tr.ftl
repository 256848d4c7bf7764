# The words that a contributor can meet, in Turkish.
#
# Register: «siz», as in the sheet and the consent text; friendly and plain. No case ending ever hangs on something filled in.
# Words: recording (take) = kayıt; sentence (prompt) = cümle; reading = okuma (only where a sentence is read several times);
# sitting (session) = oturum; microphone = mikrofon; loudspeaker = hoparlör; break = mola; keep = saklamak; receipt = makbuz;
# withdrawal code = geri çekme kodu; sheet = cümle seti; speaker, contributor = katılımcı; the key = Enter.

## Verdicts

verdict-pass = İYİ
verdict-warn = OLUR
verdict-reject = TEKRAR

## The start of a sitting

welcome-head = { $title }  ({ $locale }, katılımcı { $speaker }, { $device })
welcome-going-on = Devam ediyoruz: { $readings } cümleden { $kept } tanesi hazır.
welcome-another = Geçen sefer mikrofon { $before } idi; şimdi { $now }.
welcome-readings =
    { $count ->
        [one] 1 cümle.
       *[other] { $count } cümle.
    }
welcome-longest = Bir kayıt en çok { $length } sürebilir. Daha uzun olan kendiliğinden durur ve kullanılamaz.
welcome-patience = Cümlesinin gerektirdiğinden çok daha uzun süren kayıt kendiliğinden durur.
welcome-listening =
    Mikrofon şu andan sona kadar açık. Bir Enter ile bir sonraki Enter arasındaki ses, öncesindeki ve sonrasındaki yarım saniyeyle birlikte saklanır.
welcome-keys = ? ve Enter bütün tuşları gösterir; her harften sonra Enter'a basılır.
recovered-saved =
    { $count ->
        [one] Son oturum yarıda kesildi. Tamamlanmamış 1 kayıt kurtarıldı.
       *[other] Son oturum yarıda kesildi. Tamamlanmamış { $count } kayıt kurtarıldı.
    }
session-unreadable =
    Kayıt klasörlerinden biri okunamıyor ve olduğu gibi kalıyor: { $path } ({ $cause }). Bunu size yardım eden kişiye gösterin.
recovered-torn = Son oturum yarıda kesildi. Sakladığınız hiçbir şey kaybolmadı.

clock-early = Bu bilgisayarın saati { $date } gösteriyor; bu, programın yapıldığı tarihten önce. Tarihi ve saati ayarlayıp yeniden başlatın: Bu tarihli kayıtlar ve onlar için verilen onay sonradan kullanılamaz.
clock-late = Bu bilgisayarın saati { $date } gösteriyor; bu, bugünden çok uzak. Tarihi ve saati ayarlayıp yeniden başlatın: Bu tarihli kayıtlar ve onlar için verilen onay sonradan kullanılamaz.

## The room

room-listening =
    { $seconds ->
        [one] Lütfen 1 saniye sessiz kalın: Odanın gürültüsü ölçülüyor.
       *[other] Lütfen { $seconds } saniye sessiz kalın: Odanın gürültüsü ölçülüyor.
    }
room-silent = Ses yok.
room-silent-advice = Yalnızca sessizlik geliyor. Mikrofonun sesi kapalı mı, yoksa başka bir mikrofon mu kullanılacaktı?
room-loud = Oda gürültülü.
room-loud-advice = Pencereyi kapatın, vantilatörleri durdurun ya da mikrofona yaklaşın.
room-quiet = Oda yeterince sessiz.
room-keys = Enter: bir daha dinle   g: yine de devam et   q: bugünlük bitir

## The prompt and the take

media-sound = Önce bir örnek çalınır. Bitince konuşun; e: bir daha dinle
media-picture = Bu resme bakın ve ona uyan sözü söyleyin: { $path }
prompt-place = { $number } / { $readings }
prompt-reading = okuma { $repetition } / { $repeat }
prompt-again = bir kez daha
prompt-kept = saklandı
prompt-of-attempts = kayıt { $attempt } / { $attempts }
take-length = { $seconds } sn
take-stopped-long = Kayıt izin verilenden uzun sürdü ({ $length }) ve durduruldu.
length-minutes =
    { $count ->
        [one] 1 dakika
       *[other] { $count } dakika
    }
length-seconds =
    { $count ->
        [one] 1 saniye
       *[other] { $count } saniye
    }
take-also = ayrıca: { $titles }
take-device = Bu mikrofonla daha iyisi olmuyor.
finding-said = { $problem } { $fix }
meter-clipped = yüksek!
slept =
    { $seconds ->
        [one] Bilgisayar bir saniye uyku modundaydı. Buradan devam ediyoruz.
       *[other] Bilgisayar { $seconds } saniye uyku modundaydı. Buradan devam ediyoruz.
    }
device-searched = Mikrofon, en çok bir dakika boyunca, her saniye aranıyor. Bir mikrofon bulununca devam edilir; q: bugünlük bitir
device-muted = { $name } mikrofonunun sesi kapatıldı: Yalnızca sessizlik kaydediliyor. Sistemin ses ayarlarından açın.
device-unmuted = { $name } mikrofonunun sesi yeniden açık.
device-back = Yeniden bir mikrofon var: { $name }. Devam ediyoruz.

## What holds for a microphone, before the first prompt, and what to do about it

remark-monitor = Bu bir mikrofon değil: Hoparlörün çaldığını kaydediyor.
    .wait = --device ile bir mikrofon seçin; `booth devices` hepsini listeler.
remark-unplugged = Bu mikrofonun girişine hiçbir şey takılı değil.
    .wait = Mikrofonu takın ya da --device ile başka birini seçin; `booth devices` hepsini listeler.
remark-muted = Bu mikrofonun sesi kapalı.
    .wait = Sistemin ses ayarlarından açın.
remark-volume = Bu mikrofonun ses düzeyi sistemde %{ $percent }.
    .wait = Ses ayarlarında %100 yapın; bunun yerine biraz daha yüksek ya da alçak sesle konuşun.
remark-telephone = Bu mikrofon telefon gibi ses veriyor ({ $rate }).
    .wait = Görüşme modundaki kablosuz kulaklıklar böyledir. Kablolu bir mikrofon ya da bilgisayarın kendi mikrofonunu kullanın.
remark-narrow = Bu mikrofonun örnekleme hızı { $rate }; { $wanted } Hz gerekiyor.
    .wait = Sistemin ses ayarlarından daha yüksek bir hız ya da başka bir mikrofon seçin.

## What the recorder noticed

capture-lost = Bilgisayar fazla meşguldü ve sesin bir bölümü kayboldu.
capture-stalled = Bir an mikrofondan ses gelmedi.
capture-missing = Bu kayıtta sesin bir bölümü eksik.
capture-silent = Yalnızca sessizlik geldi.
capture-clock = Mikrofonun gerçek hızı { $measured } Hz; olması gereken { $stated }.

## What the booth is doing

phase-idle = Oturum henüz başlamadı.
phase-showing = Hazır.
phase-recording = KAYITTA
phase-judging = Bir dakika.
phase-verdict = Bu kaydı saklayın ya da yeniden okuyun.
phase-paused = Mola.
nobody-heard = İki keredir kimsenin sesi duyulmadı. Orada mısınız?
phase-done = Hepsi okundu.
phase-finished = Oturum bitti.
done-all =
    { $readings ->
        [one] Tek cümle saklandı.
       *[other] { $readings } cümlenin hepsi saklandı.
    }
done-some =
    { $left ->
        [one] Şimdilik bu kadardı: { $readings } cümleden { $kept } tanesi saklandı, 1 tanesi atlandı.
       *[other] Şimdilik bu kadardı: { $readings } cümleden { $kept } tanesi saklandı, { $left } tanesi atlandı.
    }
done-limit = Bugün okumak istediğiniz kadarı bitti: { $readings } cümleden { $kept } tanesi saklandı.

## The list of all sentences

reading-kept = saklandı
reading-left-out = atlandı
reading-open = okunacak
reading-none = `{ $given }` listede olan bir cümle değil; 1 ile { $readings } arasında bir sayı yazılabilir. l: tüm liste
report-ask = Bu cümlede yanlış olan ne?
report-spelling = Bir yazım yanlışı var
report-unnatural = Kimse böyle söylemez
report-unclear = İki türlü okunabiliyor
report-unfit = Bunu yüksek sesle okumak istemiyorum
report-other = Başka bir şey
report-keys = Bir numara yazın, isterseniz arkasına başka sözler de ekleyin. Enter: vazgeç
report-thanks = Teşekkürler: iletildi.
report-none = Hiçbir şey iletilmedi.

## Keys

keys-showing = Enter: kayda başla   s: atla   b: geri   q: bugünlük bitir
keys-recording = Şimdi okuyun. Enter: durdur
keys-verdict = Enter: sakla   r: yeniden oku   p: dinle   s: atla   b: geri
keys-rejected = Enter: yeniden oku   k: yine de sakla   p: dinle   s: atla
keys-kept = Enter: devam   r: yeniden oku   p: dinle   d: sil   b: geri
keys-attempts = <  >: önceki ya da sonraki kayıt
keys-delete = Bu kayıt tamamen silinsin mi? Kimse geri getiremez.   d: sil   Enter: hayır
keys-paused = Enter: devam   q: bugünlük bitir
keys-done = Enter: bitir   b: son cümleye dön   u: son kararı geri al   l: tüm liste
keys-hands-free = Her cümleyi hazır olunca okuyun; gerisi kendiliğinden ilerler. q: bugünlük bitir   w: mola   ?: bütün tuşlar
key-unknown = `{ $key }` burada bir tuş değil; ? bütün tuşları gösterir.
key-arrows = Ok tuşları ve öbür özel tuşlar burada bir işe yaramaz; ? bütün tuşları gösterir.
help-enter = kayda başla; durdur; iyi kaydı sakla; iyi olmayanı yeniden oku
    .key = Enter
help-keep = bu kaydı sakla
    .key = k
help-redo = yeniden oku; siz başka bir kaydı saklayana kadar bu kayıt kalır
    .key = r
help-play = bu kaydı dinle; cümledeyken, o cümlenin son kaydını
    .key = p
help-hear = bu cümlenin örneğini bir daha dinle
    .key = e
help-skip = atla, isterseniz nedeniyle; cümle sonda yeniden gelir
    .key = s [NEDEN]
help-report = bu cümlede bir yanlışlık olduğunu bildir
    .key = x [NE]
help-back = bir öncekine dön
    .key = b
help-choose = aynı cümlenin önceki ya da sonraki kaydına bak
    .key = <  >
help-undo = son kararı geri al, istediğiniz kadar
    .key = u
help-delete = bu kaydı tamamen sil; önce sorulur
    .key = d
help-list = bütün cümleleri ve her birinin durumunu listele
    .key = l
help-goto = listede bu numarayı taşıyan cümleye git
    .key = g NUMARA
help-help = bu liste
    .key = ?
help-pause = mola ver
    .key = w
help-mode = kayıt nasıl durur: siz durdurursunuz, susunca durur ya da her şey kendiliğinden olur; her m bir sonrakine geçer
    .key = m
help-quit = bugünlük bitir; bir dahaki sefere buradan sürer
    .key = q
help-interrupt = hemen durdur; sakladıklarınız güvende
    .key = Ctrl-C

## Why a command cannot be followed now

refusal-recording = Kayıt sürüyor. Önce durdurmak için Enter'a basın.
refusal-not-recording = Şu anda kayıt yapılmıyor.
refusal-judging = Bir dakika, kayıt inceleniyor.
refusal-undecided = Önce bu kaydı saklayın ya da yeniden okuyun.
refusal-no-take = Bu cümlenin henüz kaydı yok.
refusal-no-sound = Bu cümlenin dinlenecek bir örneği yok.
refusal-silent = Bu kayıtta konuşma yok, onun için saklanamaz. Yeniden okuyun ya da atlayın.
refusal-cut-short = Bu kayıt yarıda kesildi, onun için saklanamaz. Yeniden okuyun.
refusal-no-such-take = O yönde bu cümlenin başka kaydı yok.
refusal-elsewhere = Bu kayıt, başka bir donanımla yapılmış önceki bir oturumdan; buradan silinemez.
refusal-not-asked = Şu anda bir soru yok.
refusal-nothing-to-undo = Bu oturumda geri alınabilecek bir karar yok.
refusal-unseen = Bu, ortada yanıtlanacak bir şey yokken geldi.
refusal-done = Hepsi okundu. Önce bir cümleye geri dönün.
refusal-kept = Bu kayıt zaten saklandı.
refusal-nothing-before = Bundan önce bir şey yok.
refusal-unknown-prompt = Sette böyle bir cümle yok.
refusal-paused = Şu anda mola var. Devam etmek için Enter'a basın.
refusal-not-paused = Şu anda mola verilmiyor.
refusal-device-lost = Mikrofon bağlı değil. Bulununca hemen devam edilir.
refusal-not-open = Oturum bitti.

## Why a recording stopped

stop-user = Siz durdurdunuz.
stop-end = Ses bitti.
stop-length = Kayıt izin verilenden uzun sürdü.
stop-interrupted = Oturum ortasında bitirildi.
stop-device-lost = Mikrofonun bağlantısı kesildi.
stop-disk = Kayıt diske yazılamadı.
stop-discarded = Bir yanlışlıktı; kayıt oluşturulmuyor.
stop-unknown = Kayıt durdu.

## The end of a sitting

close-finished = Her şey okundu.
close-limit = Bu oturumda okunacak kadarı okundu.
close-quit = Bugünlük bitti.
close-interrupted = İsteğiniz üzerine durduruldu.
close-nobody = Kimsenin sesi duyulmadığı için oturum durduruldu.
close-error = Oturumun bitmesi gerekti.
close-device-changed = Mikrofon değişti.
close-recovered = Yarıda kalanlar düzene sokuldu.
close-unknown = Oturum bitti.
farewell-given =
    { $count ->
        [one] Bu oturumda 1 cümle okudunuz; toplam { $all } cümle ({ $minutes } dakika).
       *[other] Bu oturumda { $count } cümle okudunuz; toplam { $all } cümle ({ $minutes } dakika).
    }
farewell-done = Hepsi bu kadardı. Teşekkürler!
farewell-left =
    { $count ->
        [one] 1 cümle kaldı. Devam etmek için:
       *[other] { $count } cümle kaldı. Devam etmek için:
    }
farewell-where = Kayıtlarınız şurada: { $path }
farewell-contact = Kayıtları şu kişiye iletin: { $name }, { $contact }.
farewell-contact-unnamed = Kayıtları, sizden bunları isteyen kişiye iletin.

## Questions

question-speaker = Kim okuyor: { $speakers }? (Enter: yeni biri)
question-new-speaker = Burada adı `{ $speaker }` olan biri yok. Yeni biri olarak başlamak için aynı adı bir daha, yoksa kastettiğiniz adı yazın:
question-adult = Ülkemde reşidim
question-contact = Size nasıl ulaşabiliriz; bu bilgi kayıtlardan ayrı tutulur
page-more = Enter: okumaya devam et
form-uses = İzin verdiğim kullanımlar:
form-about = Sizin hakkınızda, isterseniz
form-ticked = [x]
form-open = [ ]
form-needed = (gerekli)
form-left-out = -
form-keys =
    Bir satırı işaretlemek ya da işaretini kaldırmak için numarasını yazıp Enter'a basın ya da numarayla birlikte sözcükler yazın; örneğin: { $example } kırklarında
    Yalnızca Enter: her şey istediğim gibi.   q: çık, hiçbir şey saklanmaz
form-lacking = Şu satırlar işaretlenmeden kayıt yapılamaz: { $numbers }.
form-unknown = `{ $given }` formun bir satırı değil; 1 ile { $last } arasında sayılar yazılabilir.
form-no-words = { $number }. satıra sözcük yazılmaz: Numarası tek başına işareti koyar ya da kaldırır.
form-words = { $number }. satıra sözcük yazılır: Numarasından sonra yazın. Numaradan sonra gelen - işareti satırı boşaltır.
about-gender = Cinsiyetiniz, kendi sözlerinizle
about-age = Yaşınız ya da yaklaşık yaşınız, örneğin “otuzlarında”
about-accent = Aksanınız ya da yöreniz
about-native-language = Ana diliniz

## Uses that are asked for; each goes on with "You may"

scope-asr = kayıtlarımın, makinelere konuşma tanımayı öğretmek için kullanılması
scope-tts = kayıtlarımın, benim sesime benzeyebilecek yapay bir ses oluşturmak için kullanılması
scope-speaker-id = kayıtlarımın, makinelere kimin konuştuğunu sesinden tanımayı öğretmek için kullanılması
scope-evaluation = kayıtlarımın, bu tür sistemlerin değerlendirilmesi için kullanılması
scope-share-gated =
    { $licence ->
        [none] kayıtlarımın, kullanım koşullarını imzalamış kişilerle paylaşılması
       *[other] kayıtlarımın, kullanım koşullarını imzalamış kişilerle { $licence } lisansıyla paylaşılması
    }
scope-share-open =
    { $licence ->
        [none] kayıtlarımın, herkesin indirip kullanabileceği şekilde açık yayımlanması
       *[other] kayıtlarımın, herkesin indirip { $licence } lisansının izin verdiği şekilde kullanabilmesi için açık yayımlanması
    }
scope-contact-again = benden yeniden kayıt istenmesi

## The receipt

consent-holds = { $date } tarihli onayınız (makbuz { $receipt }) hâlâ geçerli.
project-used = Proje: { $path }
receipt-where = Geri çekme kodunu içeren makbuzunuz: { $path }
receipt-code = Geri çekme kodu: { $code }   (saklayın; başka hiçbir yerde yazılı değil)
controller-unnamed = bu kayıt işini yürüten kişi
contact-unnamed = sizden bu kayıtları isteyen kişi
copy-consent = Onayınız
copy-consent-said = { $date } tarihinde verildi (UTC), sizin nüshanız
copy-receipt = Makbuz
copy-speaker = Siz
copy-speaker-said = katılımcı { $speaker } (kayıtlarınızla birlikte ad saklanmaz)
copy-controller = Kayıt toplayan
copy-contact = İletişim
copy-until = Son tarih
copy-yes = evet
copy-no = hayır
copy-licence = Lisans
copy-code = Geri çekme kodu
copy-withdraw = Geri çekmek için
copy-keep = Bu kodu saklayın: Başka hiçbir yerde yazılı değildir ve kayıtların size ait olduğunu kanıtlar.
copy-text = Size gösterilen metin ({ $locale }):
withdrawal-by-code = Geri çekme kodunu yukarıda belirtilen kişiye bildirin; neden belirtmek gerekmez.
gone-head = { $date } (UTC) tarihinde geri çekildi, numara { $id }
gone-speaker = O zamana kadar kaydettiğiniz her şeyi geri çektiniz.
gone-session = Bir oturumu geri çektiniz.
gone-take = Bir kaydı geri çektiniz.
gone-scope = Bundan böyle onunla şu yapılmaz: { $scope }. Başka hiçbir şey değişmez.
gone-deleted = Kalıcı olarak silindi: kayıt: { $takes }, ses, saniye: { $seconds }. Sonradan yapılan aramada ondan hiçbir şey bulunmadı.
gone-no-release = Yayımlanmamıştı.
gone-releases = Daha önce çıkmış sürümlerde yer alıyor: { $releases }. Bunlardan birini elinde tutan herkesten onu oradan silmesi istenir.
gone-models = Yayımlanmış bir sürümden önceden öğrenilenler, eğitilmiş bir modelden çıkarılamaz.
gone-next = Bir sonraki sürüm onsuz hazırlanır. Bu mektubu saklayın: kanıtı budur.
mine-head = Burada sizinle ilgili saklanan her şey, kopyalandığı tarih { $date } (UTC)
mine-sessions = Oturum: { $count }, her biri sessions/ içinde kendi klasöründe.
mine-files = Her birinde: kayıtlarınız audio/ içinde, size gösterilenler ile bunlar hakkında ölçülen ve söylenenler takes.jsonl içinde, programların duydukları transcripts.jsonl içinde, onay verdikleriniz consent/ içinde.
mine-receipts = receipts/ içinde: makbuzlarınız, mektuplar ve size nasıl ulaşılacağı hakkında söyledikleriniz.
mine-rights = Bunlar sizindir: okuyun, saklayın, dilediğinize verin. Makbuzunuzdaki kodla hepsini geri çekebilirsiniz.
feedback-head = Kayıtlarınıza ne oldu: onları toplayanlardan
feedback-thanks = Şimdiye kadar alınan: { $count }. Her biri için teşekkürler.
feedback-again = Lütfen yeniden okuyun: { $count }, yaklaşık { $minutes } dk.
feedback-nothing = Yeniden okunacak bir şey yok.
feedback-why = { $count } × { $why }
feedback-advice = Çoğunun tek bir nedeni var. Devam etmeden önce: { $fix }
feedback-here = Bir kez daha lütfen: { $problem }
feedback-heard = Biri dinledi ve bir kez daha rica ediyor. Sakince, evde söyleyeceğiniz gibi okuyun.
feedback-how = Bunun için bu dosyayı kayıt klasörünüzün yanına koyun ve her zamanki gibi kaydedin.
feedback-of-another = Bu geri bildirim { $given } için, okuyan ise { $wanted }.
feedback-elsewhere = Ayrıca başka sayfalardan ya da dillerden, ya da artık sayfada olmayanlardan: { $count }.
feedback-unreadable = Bir geri bildirim okunamıyor, { $path }: { $cause }
hand-in-made = Teslim dosyanız: { $files } – kodu { $code }.
hand-in-nothing = Daha önce teslim edilmemiş bir şey yok.
hand-in-lacking = Hepsi dosyaya konamadı: { $count }. Kayıtları sizden isteyene söyleyin.
farewell-bundle = Bunlardan teslim için tek bir dosya yapmak için:

## The page in the browser: what is said of a sitting

language-name = Türkçe
page-link = Bu bağlantıyı bu bilgisayarın tarayıcısında açın; sayfayı yalnızca bir kez açar:
page-address = Sayfanın daha önce açıldığı bir tarayıcıda { $address } sayfayı yeniden açar.
page-running = Sayfa zaten açık; bir kez daha açılıyor.
page-no-browser = hiçbir tarayıcı açılamıyor ({ $cause }); yukarıdaki bağlantıyı açın
page-no-server = sayfa gösterilemiyor: { $cause }
    .hint = başka bir program engelliyor olabilir; `booth record` terminalde kayıt yapar
page-alone = on dakikadır sayfaya kimse bakmadı
page-over-said = Booth kapandı. Bu sayfayı kapatabilirsiniz.
page-trouble = Bu olmadı
page-start = Ne okumak istersiniz?
page-sheet-languages =
    { $count ->
        [one] 1 dil
       *[other] { $count } dil
    }
page-consent = Başlamadan önce
page-sound = Ses denemesi
page-microphone-say = Mikrofonlar dinlerken bir şeyler söyleyin; örneğin çevrenizde gördüklerinizi anlatın.
page-was-away = Sayfa kapandığı için kayıt durduruldu; kayıt kaybolmadı.
page-device-searched = Mikrofon, en çok bir dakika boyunca, her saniye aranıyor. Bir mikrofon bulununca devam edilir.
page-device-advice = Yeniden takın ya da başka bir mikrofon seçin.
page-device-busy = Onu kullanan öbür programı kapatın ya da başka bir mikrofon seçin.
page-device-denied = Bu bilgisayarın gizlilik ayarlarından Booth'a mikrofonu kullanma izni verin.
page-picture-alt = Bu cümleye ait resim
page-delete-ask = Bu kayıt tamamen silinsin mi? Kimse geri getiremez.
page-kept = { $kept } / { $readings } saklandı
page-minutes = { $minutes } dakika kaydedildi
page-left =
    { $count ->
        [one] yaklaşık 1 dakika kaldı
       *[other] yaklaşık { $count } dakika kaldı
    }
page-refused-recording = Kayıt sürüyor. Önce kaydı durdurun.
page-refused-paused = Şu anda mola var. Önce devam edin.
page-reason-hard-to-say = Söylemesi zor
page-reason-wrong-sentence = Cümlede bir yanlışlık var
page-reason-not-now = Şimdi değil
page-verdict-pass = İyi
page-verdict-warn = Lütfen kontrol edin
page-verdict-reject = Yeniden okuyun
page-end = Teşekkürler
page-end-left =
    { $count ->
        [one] 1 cümle kaldı. Şimdi devam edebilir ya da Booth'u başka bir gün yeniden başlatabilirsiniz.
       *[other] { $count } cümle kaldı. Şimdi devam edebilir ya da Booth'u başka bir gün yeniden başlatabilirsiniz.
    }
page-end-withdraw = Kayıtlarınızı istediğiniz zaman geri çekebilirsiniz: Makbuzunuzdaki geri çekme kodunu, sizden bu kayıtları isteyen kişiye bildirin. Neden belirtmek gerekmez.
break-offer = Yarım saattir okuyorsunuz. Mola vermek ister misiniz?
mode-said = Bundan sonra kayıt: { $mode }.
mode-manual = elle
mode-auto-stop = kendiliğinden durur
mode-hands-free = eller serbest

## How a microphone does, in a word or two

figure-voice = Sesiniz
figure-voice-none = duyulmuyor
figure-voice-faint = zayıf
figure-voice-good = iyi
figure-voice-strong = güçlü
figure-voice-loud = çok yüksek
figure-room = Oda
figure-room-quiet = sessiz
figure-room-heard = biraz sesli
figure-room-loud = gürültülü
figure-band = Ses rengi
figure-band-full = dolgun
figure-band-narrow = biraz boğuk
figure-band-telephone = telefon gibi

## The page in the browser: its fixed words

# Whole page
page-name = Booth
page-go-on = Devam
page-back = Geri
page-close = Kapat
page-note-info = Not
page-note-warn = Dikkat
page-note-bad = Sorun
# Full screen when the program does not answer any more
page-gone = Booth durdu
page-gone-safe = Sakladığınız her şey bu bilgisayarda güvende.
page-gone-how = Devam etmek için Booth'u önceki gibi yeniden başlatın. O zaman bu sayfa kendiliğinden geri gelir ya da yeni bir sayfa açılır.
page-gone-trying = Bu sayfa Booth'u arıyor.
page-elsewhere = Booth başka bir sekmede açık
page-elsewhere-what = Aynı anda yalnızca bir sekme kayıt yapabilir.
page-take-over = Bu sekmeyi kullan

# Start: what to read
page-language = Bu sayfanın dili
page-sheet = Okunacaklar
page-locale = Cümlelerin dili
page-begin = Başla

# Who reads
page-who = Kim okuyor?
page-who-why = Uydurma bir ad seçin, gerçek adınızı asla yazmayın. Yalnızca a ile z arasındaki küçük harfler (ç, ğ, ı, ö, ş, ü olmadan) ve rakamlar kullanılabilir.
page-who-before = Burada daha önce okudum
page-who-new = Burada yeniyim
page-who-name = Uydurma ad

# Consent
page-consent-adult = Her şeyden önce
page-consent-uses = İzin verdiğim kullanımlar
page-consent-about = Sizin hakkınızda, isterseniz
page-consent-needed = gerekli
page-consent-nothing = Hiçbir seçenek önceden işaretli değildir. Yalnızca sizin işaretlediklerinize izin vermiş olursunuz.
page-agree = Kabul et ve devam et
page-refuse = Çık, hiçbir şey saklanmaz

# Microphone
page-microphone-listening = Bütün mikrofonlar dinleniyor
page-microphone-choose = Bir mikrofon seçin
page-microphone-none = Mikrofon bulunamadı
page-microphone-waiting = bekliyor
page-microphone-listens = dinliyor
page-microphone-failed = çalışmıyor
page-microphone-best = Sesiniz için en iyisi
page-microphone-default = Bilgisayarın seçimi
page-microphone-chosen = Seçildi
page-microphone-use = Bunu kullan
page-microphone-level = Sizi ne kadar yüksek duyuyor
page-listen = Bir daha dinle

# Sound check
page-check = Ses denemesine başla
page-check-again = Yeniden dene
page-check-stop = Okudum
page-check-anyway = Yine de devam et
page-check-room = Lütfen sessiz kalın
page-check-sentence = Şimdi bunu yüksek sesle okuyun
page-check-judging = Bir dakika
page-check-passed = Sesiniz iyi geliyor
page-check-good = iyi
page-check-poor = henüz iyi değil
page-seconds-left = Kalan saniye

# Booth: what is going on now
page-phase-showing = Hazır
page-phase-recording = Kayıtta
page-phase-judging = Bir dakika
page-phase-verdict = Kaydınız
page-phase-paused = Mola
page-phase-done = Hepsi okundu
page-phase-lost = Mikrofon yok
page-previous = Önceki cümle
page-next = Sonraki cümle
page-sentence = Bunu yüksek sesle okuyun
page-controls = Düğmeler
page-again = Bir kez daha
page-picture = Resim

# Booth: what can be done (buttons)
page-record = Kayda başla
page-stop = Durdur
page-keep = Sakla
page-keep-anyway = Yine de sakla
page-redo = Yeniden oku
page-play = Dinle
page-play-stop = Dinlemeyi durdur
page-skip = Atla
page-back-step = Geri
page-undo = Kararı geri al
page-delete = Sil
page-delete-yes = Tamamen sil
page-delete-no = Silmekten vazgeç
page-cancel = Vazgeç
page-discard = Kaydı at
page-pause = Mola ver
page-resume = Devam et
page-quit = Bugünlük bitir
page-list = Bütün cümleler
page-hint = İpucunu göster
page-hint-hide = İpucunu gizle
page-hear = Örneği dinle
page-report = Bu cümlede bir yanlışlık mı var?
page-hold = Kayıt için basılı tut
page-release = Durdurmak için bırak

# Booth: the recording just made
page-take-kept = saklandı
page-take-earlier = daha önceki kayıt
page-take-others = Başka notlar
page-take-fix = Önce bunu deneyin
page-take-wave = Kaydınızın görüntüsü
page-take-speech = sesiniz
page-take-attempts = Bu cümlenin kayıtları
page-attempt = Kayıt
page-skip-why = Bu cümleyi neden atlıyorsunuz?
page-skip-plain = Nedensiz
page-report-why = Bu cümlede yanlış olan ne?
page-who-is-there = Buradayım

# Booth: the level of the microphone
page-meter = Ses düzeyi
page-meter-silent = Ses gelmiyor
page-meter-room = Sesiniz bekleniyor
page-meter-quiet = Biraz kısık
page-meter-good = İyi
page-meter-high = Biraz yüksek
page-meter-loud = Çok yüksek

# List of all sentences
page-list-loading = Bir dakika
page-list-all = Hepsi

# Settings
page-settings = Ayarlar
page-settings-mode = Kayıt nasıl durur
page-mode-manual = Kendim durdururum
page-mode-auto-stop = Ben susunca durur
page-mode-hands-free = Kendiliğinden başlar ve durur
page-settings-hold = Okurken tuşu ya da düğmeyi basılı tut
page-settings-auto-play = Not düşülen kayıtları bana dinlet
page-settings-keys = Klavyenin tuşlarını kullan
page-settings-keys-which = Tuşlar
page-settings-key-change = Tuşu değiştir
page-settings-key-press = Bir tuşa basın
page-settings-key-reset = Bütün tuşları eski haline getir
page-settings-key-fixed = Boşluk ve Enter her zaman büyük düğmede yazanı yapar.
page-key-space = Boşluk
page-key-enter = Enter
page-key-escape = Esc

# End
page-end-again = Okumaya devam et
page-end-finish = Bitir
page-hand-in = Teslim için tek dosya yap
page-end-where = Kayıtlarınız
page-receipt = Makbuzunuz
page-receipt-code = Geri çekme kodu
page-receipt-copy = Kodu kopyala
page-receipt-copied = Kopyalandı
page-receipt-print = Bu sayfayı yazdır
page-withdraw = Fikrinizi değiştirirseniz

# Trouble, and the last page
page-retry = Yeniden dene
page-over = Bu sayfayı artık kapatabilirsiniz.

# The button that opens the rest of the buttons on a small screen, and the heading of what it opens
page-menu = Daha fazla

## Trouble: no capital and no full stop, as it stands behind "trouble:" or "error:"

trouble-head = sorun
trouble-said = { $head }: { $message }
trouble-hint = öneri: { $hint }

# The microphone and the loudspeaker; $direction is input or output.

-plug-in = yeniden takın ya da --device ile başkasını seçin, sonra devam etmek için aynı komutu çalıştırın
-devices = `booth devices` nelerin bulunduğunu listeler
device-lost-gone = `{ $name }` mikrofonu çıkarıldı
    .wait = Yeniden takın.
    .hint = { -plug-in }
device-lost-invalidated = `{ $name }` mikrofonu sistem tarafından değiştirildi ve yeniden açılması gerekiyor
    .wait = Yeniden açılıyor.
    .hint = { -plug-in }
device-lost-host = ses sistemi kapandı, `{ $name }` mikrofonu da onunla birlikte
    .wait = Ses sistemiyle birlikte geri gelir.
    .hint = { -plug-in }
device-lost-errors = `{ $name }` mikrofonu yalnızca hata bildiriyor
    .wait = Çıkarıp yeniden takın.
    .hint = { -plug-in }
device-lost-changed = sistem, `{ $name }` yerine başka bir mikrofon seçti
    .wait = Şimdi seçili olanla devam ediliyor.
    .hint = { -plug-in }
device-lost-suspended = `{ $name }` mikrofonu sistem tarafından uykuya alındı
    .wait = Sistemin ses ayarlarından uyandırın ya da yeniden takın.
    .hint = sistemin ses ayarlarından uyandırın ya da --device ile başkasını seçin; sonra devam etmek için aynı komutu çalıştırın
device-lost-silent = ses sistemi yanıt vermiyor ve `{ $name }` mikrofonundan hiçbir şey gelmiyor
    .wait = Ses sistemi yeniden yanıt verince devam edilir.
    .hint = ses sunucusunu yeniden başlatın, sonra devam etmek için aynı komutu çalıştırın
device-no-audio = `{ $name }` mikrofonundan ses gelmiyor
    .wait = Takılı ve açık olup olmadığına bakın.
    .hint = takılı olduğuna ve uykuda olmadığına bakın ya da --device ile başkasını seçin
device-not-back =
    { $seconds ->
        [one] 1 saniye içinde hiçbir mikrofon geri gelmedi
       *[other] { $seconds } saniye içinde hiçbir mikrofon geri gelmedi
    }
    .hint = { -plug-in }
device-closed = mikrofon kapalı
device-no-thread = mikrofonu dinleyen iş parçacığı başlatılamıyor
device-search-ended = mikrofon araması sona erdi
device-search-failed = mikrofon araması başlatılamıyor
-plug-one-in = bir mikrofon takın ya da --device file:YOL ile dosyalardan kayıt yapın
device-no-card = mikrofon yok: bu bilgisayarda ses kartı yok ve hiçbir ses sunucusu yanıt vermiyor
    .hint = { -plug-one-in }
device-none = mikrofon yok: sistem hiçbir mikrofon sunmuyor
    .hint = { -plug-one-in }
device-missing =
    { $direction ->
        [output] `{ $name }` diye bir hoparlör yok
       *[input] `{ $name }` diye bir mikrofon yok
    }
    .hint = { -devices }
device-silent =
    { $direction ->
        [output] `{ $name }` hoparlörü yanıt vermiyor
       *[input] `{ $name }` mikrofonu yanıt vermiyor
    }
    .hint = ses sunucusunu yeniden başlatın ya da başka bir aygıt seçin; `booth devices` hepsini listeler
device-busy =
    { $direction ->
        [output] `{ $name }` hoparlörünü başka bir program kullanıyor
       *[input] `{ $name }` mikrofonunu başka bir program kullanıyor
    }
    .hint = öbür programı kapatın ya da başka bir aygıt seçin; `booth devices` hepsini listeler
device-denied =
    { $direction ->
        [output] sistem `{ $name }` hoparlörünün kullanılmasına izin vermiyor
       *[input] sistem `{ $name }` mikrofonunun kullanılmasına izin vermiyor
    }
    .hint =
        { $system ->
            [linux] `audio` grubuna eklenmeyi isteyin ya da masaüstünüzün ses sunucusunu başlatın
           *[other] sistemin gizlilik ayarlarından bu terminale izin verin
        }
device-is-file =
    { $direction ->
        [output] `{ $name }` bir dosya, hoparlör değil
       *[input] `{ $name }` bir dosya, mikrofon değil
    }
device-no-format =
    { $count ->
        [0] `{ $name }` mikrofonunda şu biçimlerin hiçbiri yok: { $usable }; başka biçimleri var
       *[other] `{ $name }` mikrofonunda şu biçimlerin hiçbiri yok: { $usable }; şunlar var: { $formats }
    }
    .hint = aynı aygıtı hw: yerine, dönüştürme yapan plughw: ile ya da alsa:default olarak kullanın
device-unusable =
    { $direction ->
        [output] `{ $name }` hoparlör olarak kullanılamaz: { $cause }
       *[input] `{ $name }` mikrofon olarak kullanılamaz: { $cause }
    }
    .hint = { -devices }
device-no-server = `{ $name }` arkasında ses sunucusu yok
    .hint = masaüstünüzün ses sunucusunu başlatın ya da başka bir aygıt seçin; `booth devices` hepsini listeler
device-fails =
    { $direction ->
        [output] `{ $name }` hoparlörü açılamıyor: { $cause }
       *[input] `{ $name }` mikrofonu açılamıyor: { $cause }
    }
    .hint = { -devices }
playback-no-format = `{ $name }` hoparlöründe çalınabilecek bir biçim yok
    .hint = başkasını seçin; `booth devices` hepsini listeler
playback-stopped = `{ $name }` hoparlörü { $frames } kareden { $played } tanesini çaldıktan sonra durdu
    .hint = başka bir hoparlör seçin; `booth devices` hepsini listeler

# The disk.

-may-write = yazabileceğiniz bir klasör seçin ya da klasörün izinlerini değiştirin
storage-missing = şu dosya ya da klasör yok: { $path }
storage-denied = sistem şunun kullanılmasına izin vermiyor: { $path }: erişim engellendi
    .hint = { -may-write }
storage-full = { $path } yazılamıyor: disk dolu
    .hint = yer açın, sonra aynı komutu yeniden çalıştırın
storage-read-only = { $path } yazılamıyor: dosya sistemi salt okunur
    .hint = { -may-write }
storage-exists = { $path } zaten var
storage-failed = disk ya da sistem şurada hata veriyor: { $path }: { $cause }
-wait = işi bitene kadar bekleyin ya da başka bir klasör kullanın
storage-in-use = klasör kullanımda: { $holder }
    .hint = { -wait }
storage-in-use-by-another = klasörü başka bir işlem kullanıyor
    .hint = { -wait }
storage-held = klasör kullanımda: { $holder }
    .hint = işi bitene kadar bekleyin; burada kimse çalışmıyorsa (bu disk kilitleyemiyor, elektrik de kesilmiş olabilir) { $path } dosyasını silip yeniden başlatın
storage-no-locks = Bazı ağ paylaşımları gibi bu disk de dosya kilitleyemiyor: { $path }. Devam ediliyor; oradaki bir dosya ikinci bir Booth'u dışarıda tutar. Bu klasörde aynı anda yalnızca bir bilgisayar çalışsın ve yedek alın.
storage-journal = günlük dosyası daha önce yazılamadı
    .hint = aynı komutu yeniden çalıştırın; sakladıklarınız güvende

# The sheet and the sitting.

sheet-empty = cümle setinde hiçbir dilde cümle yok
    .hint = cümleleri sheet.toml yanındaki <dil>.tsv dosyasına yazın ya da başka bir setin klasörünü verin
sheet-languages = cümle setinde birden çok dil var: { $languages }
    .hint = hangisinin okunacağını --locale ile belirtin
sheet-no-prompt = cümle setinde `{ $prompt }` diye bir cümle yok
    .hint = `booth prompts show` kimlikleri listeler
sheet-unknown = `{ $place }` diye bir klasör yok, programın içinde de bu adda bir cümle seti yok
    .hint = programda şunlar var: { $names }; ya da içinde sheet.toml bulunan klasörü verin
speaker-unknown = katılımcının kim olduğu bilinmiyor
prompt-none = kaydedilecek cümle yok
take-changed = kayıt değişmiş olarak geri geldi

# Consent.

-ask-again = yeniden sorulması için `booth record` komutunu --consent olmadan çalıştırın
consent-of-another = onay `{ $given }` adlı katılımcının, `{ $wanted }` adlı katılımcının değil
    .hint = --speaker { $given } ya da başka bir makbuz verin
consent-of-another-text = onay, şimdi kullanılandan başka bir metin için verilmiş
    .hint = { -ask-again }
receipts-no-place = kayıtların yanında katılımcıların makbuzları için yer yok
    .hint = --into ile ayrı bir klasöre kayıt yapın
consent-yet-to-come = onay, henüz gelmemiş bir tarihte verilmiş: { $date }
    .hint = bu bilgisayarın saatinin doğru olup olmadığına bakın
consent-ended = onayın süresi { $date } tarihinde doldu
    .hint = { -ask-again }
consent-without-asr = katılımcı konuşma tanımaya (asr) izin vermedi
    .hint = bu izin olmadan hiçbir şey kaydedilmez; sorular yeniden sorulursa yanıt değiştirilebilir
consent-not-given = hiçbir şey kaydedilmiyor: konuşma tanımaya izin verilmedi
    .hint = bu cümle seti konuşma tanıma için kaydediliyor; sizinle ilgili hiçbir şey saklanmadı
consent-open = onayla ilgili soruların hepsi yanıtlanmadı
consent-not-signed = onay verilmedi
consent-missing = onay makbuzu olmadan hiçbir şey kaydedilmez
    .hint = onay sorularını yanıtlayın ya da --consent DOSYA ile bir makbuz verin
flags-of-consent = --yes ve --grant ya da --consent DOSYA
consent-unasked = onay olmadan hiçbir şey kaydedilmez ve burada soru sorulabilecek kimse yok
    .hint = şununla yanıtlayın: { $flag }
consent-adults = burada yalnızca yetişkinler kendi başına kayıt yapabilir
    .hint = vasinin makbuzu --consent DOSYA ile verilir
consent-no-text = { $locale } için onay metni yok
    .hint = sheet.toml yanına consent/{ $locale }.txt dosyasını yazın
consent-no-use = `{ $scope }` diye bir kullanım yok; olabilenler: { $allowed }
consent-use-not-asked = { $scope } kullanımı burada sorulmuyor; sorulanlar: { $asked }
    .hint = onu çıkarın ya da proje dosyasındaki `uses` içine eklenmesini isteyin
consent-no-licence = { $scope } kullanımı için lisans gerekiyor ama hiçbiri belirtilmemiş
    .hint = --licence ile, örneğin CC-BY-4.0 olarak, ya da proje dosyasında belirtin
consent-no-contact = iletişim bilgisi verildi ama contact-again kullanımına izin verilmedi
    .hint = --contact seçeneğini çıkarın ya da --grant contact-again ile izin verin
consent-not-kept = onay, `{ $field }` bilgisinin saklanmasına izin vermiyor
    .hint = --about { $field }=… seçeneğini çıkarın ya da --yes ile yeniden onay verin
about-form = `{ $given }` KEY=VALUE biçiminde değil; KEY şunlardan biri olmalı: { $fields }
about-refused = `{ $field }` sorusunun yanıtı saklanamıyor: { $why }
about-long = `{ $field }` sorusunun yanıtı { $longest } karakterden uzun

# The keyboard and the system.

answer-needed = bir yanıt gerekiyor: { $question }
    .hint = burada soru sorulabilecek kimse yok; şununla yanıtlayın: { $flag }
answer-form = `{ $question }` sorusu böyle yanıtlanmaz
answer-not-asked = `{ $question }` şu anda sorulmuyor
answer-ended = giriş, yanıt gelmeden sona erdi
interrupted = isteğiniz üzerine durduruldu
system-no-signal = Ctrl-C izlenemiyor: { $cause }
system-no-random = sistem rastgele bayt vermiyor: { $cause }
system-epoch = SOURCE_DATE_EPOCH değeri `{ $given }`; 1970'ten bu yana geçen saniyelerin tam sayısı olmalı
system-json = bir değer JSON olarak yazılamıyor

## A bar that shows how far a long work is; what stands in quotes is filled in by the bar

progress-bar = { "{bar:32}" } { "{pos}" } / { "{len}" } { $unit }  { "{per_sec}" }  kalan { "{eta}" }  { "{msg}" }

## Findings, the most important first: title, problem, what to do now, why it matters to a corpus

check-unreadable-file-title = Dosya okunamıyor
check-unreadable-file-problem = Dosya ses olarak okunamıyor.
check-unreadable-file-fix = Aşağıdaki nedene bakın: Dosyayı dönüştürün ya da yeniden kopyalayın. Az önce kaydedildiyse yeniden kaydedin.
check-unreadable-file-why = Başlığında yazandan önce biten ya da ses olmayan bir dosyayı her eğitim programı, çoğu kez hiçbir şey demeden, keser ya da geri çevirir.

check-device-lost-title = Mikrofonun bağlantısı kesildi
check-device-lost-problem = Kayıt sırasında mikrofonun bağlantısı kesildi ya da mikrofon değişti.
check-device-lost-fix = Mikrofon geri gelince yeniden okuyun.
check-device-lost-why = O andan sonra söylenenler eksik ya da başka bir mikrofondan geldi; elde olan bütün gibi duyulduğundan bunu sonradan kimse fark etmez.

check-empty-file-title = Hiçbir şey kaydedilmedi
check-empty-file-problem = Kayıtta hiçbir şey yok.
check-empty-file-fix = Mikrofonun takılı olduğuna ve kullanımına izin verildiğine bakın.
check-empty-file-why = Bu kadar kısa bir kayıtta tek sözcük bile olmaz; modele, metnin sessizlik olabileceğini öğretir.

check-digital-silence-title = Yalnızca sessizlik
check-digital-silence-problem = Mikrofondan yalnızca sessizlik geldi.
check-digital-silence-fix = Mikrofonun sesi kapalı ya da yanlış mikrofon seçili: Sesini açın ya da başka bir mikrofon seçin.
check-digital-silence-why = Çalışan bir mikrofonun sinyali her zaman bir adımdan fazla oynar: Bu, sessiz bir oda değil, kapalı ya da yanlış bir giriştir.

check-take-long-title = İzin verilenden uzun
check-take-long-problem = Kayıt, izin verilenden uzun.
check-take-long-fix = Yalnızca gösterileni okuyun ve okuyunca kaydı durdurun.
check-take-long-why = Kimse bir cümleyi bu kadar uzun okumaz: Mikrofon açık kalmış ya da bu başka bir dosya. Fazlası incelenmez; sonu eksik olabilir.

check-computer-slept-title = Bilgisayar uyku moduna geçti
check-computer-slept-problem = Bilgisayar uyku moduna geçti; o sırada söylenenler eksik.
check-computer-slept-fix = Bu cümleyi yeniden okuyun.
check-computer-slept-why = Uyuyan bir bilgisayar ya da durdurulmuş bir program hiçbir şey kaydetmez; öncesi ile sonrası bir sözcüğün ortasında birleşir ve bunu sonradan kimse duyamaz.

check-scale-wrong-title = Yanlış ölçek
check-scale-wrong-problem = Örnekler tam ölçeğin çok üstünde: Tam sayılar kayan noktalı olarak kaydedilmiş.
check-scale-wrong-fix = Bütün örnekleri, önceki tam sayıların tam ölçeğine (16 bit için 32768) bölüp dosyayı yeniden kaydedin.
check-scale-wrong-why = Kayan noktalı sayılarda tam ölçek 1'dir. Böyle kaydedilen tam sayılar binlerce kat büyüktür: Oynatıcılar ve eğitim programları onları kırpıp gürültüye çevirir.

check-capture-xrun-title = Ses kayboldu
check-capture-xrun-problem = Bilgisayar fazla meşguldü ve sesin bir bölümü kayboldu.
check-capture-xrun-fix = Öbür programları kapatıp yeniden okuyun.
check-capture-xrun-why = Bilgisayarın düşürdüğü örnekler yoktur, uçları birleşmiştir; sonradan sesten anlaşılamaz, bu yüzden kayıt sırasında sayılır.

check-dropout-silent-title = Ses kesildi
check-dropout-silent-problem = Ses bir an kesildi.
check-dropout-silent-fix = Kabloyu ya da kablosuz bağlantıyı denetleyip yeniden okuyun.
check-dropout-silent-why = Bir sesin ortasında doldurulmuş boşluk; kablonun, kablosuz bağlantının ya da sürücünün yitirdiği bir arabellektir ve sözcükte bir deliktir.

check-no-speech-title = Konuşma duyulmadı
check-no-speech-problem = Kayıtta konuşma duyulmadı.
check-no-speech-fix = Mikrofonu denetleyin ve cümleyi yüksek sesle okuyun.
check-no-speech-why = Bir metnin altında konuşmasız bir kayıt, tanıyıcıya gürültüden sözcük çıkarmayı öğretir.

check-dropout-repeat-title = Ses iki kez geldi
check-dropout-repeat-problem = Mikrofon sesin bir parçasını yineledi.
check-dropout-repeat-fix = Yeniden okuyun; yine olursa başka bir USB girişi kullanın.
check-dropout-repeat-why = Bir arabelleği iki kez veren sürücü, hiçbir ağzın yapmadığı bir kekeleme oluşturur; gerçek ses asla son bitine kadar yinelenmez.

check-clipped-title = Ses çok yüksek, bozulmuş
check-clipped-problem = Kaydın sesi çok yüksek olduğu için bozuldu.
check-clipped-fix = Mikrofonun ses düzeyini azaltın ya da bir karış geri çekilin.
check-clipped-why = Kırpılan tepeler onarılamaz ve modele başka bir ses gibi gelir. Denetim kaydın kendi sınırlarına bakar; kırpılmış kaydın sesini kısmak bunu gizlemez.

check-start-cut-title = Başı kesik
check-start-cut-problem = Kayıt başladığında biri zaten konuşuyordu.
check-start-cut-fix = Biraz daha geç başlayın; konuşan siz değildiyseniz ortalık sessizleşene kadar bekleyin.
check-start-cut-why = Bir sözcüğün ilk sesi yok; metinle ses, tam da modelin onları eşleştirdiği yerde uyuşmuyor.

check-end-cut-title = Sonu kesik
check-end-cut-problem = Kayıt bittiğinde biri hâlâ konuşuyordu.
check-end-cut-fix = Durdurmadan önce biraz bekleyin; konuşan siz değildiyseniz sessizken yeniden okuyun.
check-end-cut-why = Son sözcüğün sonu yok; metinle ses, tam da modelin onları eşleştirdiği yerde uyuşmuyor.

check-read-incomplete-title = Metne göre çok kısa
check-read-incomplete-problem = Bu kayıt, cümle için çok kısa.
check-read-incomplete-fix = Hepsi okundu mu? Baştan sona yeniden okuyun.
check-read-incomplete-why = Metinde olup seste olmayan sözcükler en kötü etiket hatasıdır. Katılımcının hızı bilinince okuma süresi bunu ele verir.

check-read-too-long-title = Metne göre çok uzun
check-read-too-long-problem = Bu kayıt, cümle için çok uzun.
check-read-too-long-fix = İki kez mi okundu, yoksa başka bir şey de mi söylendi? Cümleyi bir kez okuyun, başka bir şey söylemeyin.
check-read-too-long-why = İki kez ya da başka sözcüklerle okunan metnin sesinde, metinde olmayan sözcükler vardır.

check-prompt-mismatch-title = Okunan bu cümle değil
check-prompt-mismatch-problem = Duyulan, gösterilen cümle değil.
check-prompt-mismatch-fix = Cümleyi yazıldığı gibi okuyun.
check-prompt-mismatch-why = Başka bir cümlenin akıcı okunuşu bütün ses denetimlerinden geçer; bunu yalnızca tanıyıcının duyduğu sözcükler gösterir.

check-duplicate-exact-title = Aynı kayıt
check-duplicate-exact-problem = Bu, başka bir kaydın tıpatıp aynısı.
check-duplicate-exact-fix = Cümleyi okuyun; her cümlenin kendi kaydı olmalı.
check-duplicate-exact-why = İki cümlenin altında aynı kayıt, metinlerden birinin yanlış olduğu anlamına gelir; bir cümlede iki kez ise bir sesi iki kez sayar.

check-duplicate-near-title = Başka bir kaydın kopyası
check-duplicate-near-problem = Bu, başka bir kaydın kopyası gibi görünüyor.
check-duplicate-near-fix = Cümleyi okuyun; her cümlenin kendi kaydı olmalı.
check-duplicate-near-why = Sesi yükseltilmiş, kısaltılmış ya da gürültü eklenmiş bir kopya yine de ikinci bir okuma değildir.

check-noisy-title = Arka plan gürültüsü
check-noisy-problem = Arka planda çok fazla gürültü var.
check-noisy-fix = Pencereyi kapatın, vantilatörleri durdurun, mikrofona yaklaşın.
check-noisy-why = Gürültü ile ses arasındaki fark 10 dB'nin altına inince sözcük hataları hızla artar.

check-narrowband-title = Telefon gibi geliyor
check-narrowband-problem = Kayıt telefon sesi gibi geliyor.
check-narrowband-fix = Kulaklık görüşme modunda olabilir; kablolu ya da bilgisayarın kendi mikrofonunu kullanın.
check-narrowband-why = Telefon bandında s ile f seslerini ayıran bölüm yoktur; geniş bantlı bir derleme karışırsa dili değil aygıtı öğretir.

check-format-low-title = Kayıt biçimi yetersiz
check-format-low-problem = Kayıt biçimi bu proje için yetersiz.
check-format-low-fix = Mikrofonu ses ayarlarında 16 bit ve en az istenen hıza ayarlayın.
check-format-low-why = Projenin istediğinden düşük bir hız ya da bit derinliği, dosya dönüştürülerek geri kazanılamaz.

check-channel-dead-title = Yalnızca bir tarafta ses var
check-channel-dead-problem = Sol ve sağ taraftan yalnızca birinde ses var.
check-channel-dead-fix = O taraf kullanılıyor; ikisini de istiyorsanız fişi denetleyin.
check-channel-dead-why = Bir tarafta hiçbir şey yok: Fiş yarım takılı ya da başka bir mikrofon kullanılacaktı.

check-channels-inverted-title = Taraflar birbirini yok ediyor
check-channels-inverted-problem = Sol ve sağ taraf birbirini yok ediyor.
check-channels-inverted-fix = Mikrofonu mono olarak ayarlayın ya da başkasını seçin.
check-channels-inverted-why = İki taraf tek kanala karıştırıldığında birbirini yok eder; konuşma incelir ya da hiç duyulmaz.

check-channels-differ-title = İki tarafta iki ses
check-channels-differ-problem = İki tarafta farklı sesler var ve yalnızca bir taraf kullanılıyor.
check-channels-differ-fix = Her taraf için ayrı bir dosya yapın ya da her seferinde bir kişiyi kaydedin.
check-channels-differ-why = Bir görüşme ya da söyleşide her tarafta bir kişi vardır. Bir taraf kullanılır, öbürü atılır: Onun sözleri eksiktir ya da metinde olup seste yoktur.

check-too-quiet-title = Ses çok kısık
check-too-quiet-problem = Bu kayıtta sesiniz zor duyuluyor.
check-too-quiet-fix = Yaklaşın ya da mikrofonun ses düzeyini artırın.
check-too-quiet-why = Çok kısık bir ses aygıtın gürültüsüne yakındır; yükseltilince model ikisini birden duyar.

check-noise-gated-title = Sözcük aralarında kesiliyor
check-noise-gated-problem = Aygıt, sözcüklerin arasında sesi kesiyor.
check-noise-gated-fix = Gürültü engellemeyi kapatın.
check-noise-gated-why = Gürültü engelleme, gürültüyle birlikte nefesleri ve yumuşak sonları da keser; hiçbir odada olmayan delikler bırakır.

check-limited-title = Yüksek sesler bastırılmış
check-limited-problem = Yüksek sesli yerler bastırılmış.
check-limited-fix = Mikrofon güçlendirmeyi ve otomatik ses düzeyini kapatın ya da mikrofonun ses düzeyini azaltın.
check-limited-why = Otomatik ses düzeyi, güçlendirme ve sınırlayıcılar yüksek sesleri bastırır; hızı değiştirilmiş kırpık bir kayıt da tam böyle görünür.

check-hum-50-title = Elektrik uğultusu, 50 Hz
check-hum-50-problem = Kayıtta elektrik uğultusu var.
check-hum-50-fix = Şarj aletini çıkarın ya da başka bir priz veya kablo kullanın.
check-hum-50-why = Şebeke uğultusu oturumun her sözcüğünün altındadır; prizde gidermesi kolay, sonradan zordur.

check-hum-60-title = Elektrik uğultusu, 60 Hz
check-hum-60-problem = Kayıtta elektrik uğultusu var.
check-hum-60-fix = Şarj aletini çıkarın ya da başka bir priz veya kablo kullanın.
check-hum-60-why = Şebeke uğultusu oturumun her sözcüğünün altındadır; prizde gidermesi kolay, sonradan zordur.

check-rumble-title = Boğuk gürültü
check-rumble-problem = Kayıtta kalın, boğuk bir gürültü var.
check-rumble-fix = Mikrofonu masadan kaldırın ve rüzgârdan koruyun.
check-rumble-why = Adımlar, rüzgâr ve masalar en alt bandı doldurur; süzgeç bunu giderir ama neden olan şey çoğu kez duyulur biçimde de vurur.

check-click-noise-title = Tıkırtı ya da vuruş
check-click-noise-problem = Konuşmanın yakınında bir tıkırtı ya da vuruş var.
check-click-noise-fix = Masaya dokunmayın ve tuşa basmadan önce biraz bekleyin.
check-click-noise-why = Konuşmanın yanındaki tuş sesleri ve vuruşlar, modelin orada beklemeyi öğrenebileceği seslere dönüşür.

check-reverberant-title = Oda yankılanıyor
check-reverberant-problem = Sesiniz duvarlardan geri geliyor.
check-reverberant-fix = Perdesi ya da yatağı olan bir odaya geçin ve mikrofona yaklaşın.
check-reverberant-why = Yankılı bir oda bir sesi sonrakine bulaştırır; yankı sonradan eklenebilir ama asla çıkarılamaz.

check-level-changed-title = Öncekinden yüksek ya da kısık
check-level-changed-problem = Sesiniz öncekinden çok daha yüksek ya da kısık geliyor.
check-level-changed-fix = Başlangıçtaki gibi oturun.
check-level-changed-why = Ses düzeyindeki ani değişiklik, katılımcının ya da mikrofonun yer değiştirdiğini gösterir; oturumun kalanı da bundan etkilenir.

check-room-changed-title = Arka plan değişti
check-room-changed-problem = Arka plan, başlangıca göre daha gürültülü.
check-room-changed-fix = Bir şey mi açıldı? Kapatın ya da bekleyin.
check-room-changed-why = Bir şey açılmış. Bunu yüz cümleden sonra değil, bir cümleden sonra fark etmek daha iyidir.

check-upsampled-title = Ayarlanandan düşük kalite
check-upsampled-problem = Mikrofon, ayarlandığından daha düşük kalitede ses veriyor.
check-upsampled-fix = Ses ayarlarında mikrofonun kendi örnekleme hızını seçin.
check-upsampled-why = Dosya, içindekinden büyük; geniş bantlı konuşma modeli tizlerin sessizlik olduğunu öğrenir.

check-peak-hot-title = Neredeyse çok yüksek
check-peak-hot-problem = Kaydın sesi neredeyse çok yüksek.
check-peak-hot-fix = Mikrofonun ses düzeyini biraz azaltın.
check-peak-hot-why = Neredeyse hiç pay kalmamış: Biraz daha yüksek ilk sözcük kırpılacak.

check-dc-offset-title = Elektriksel kayma
check-dc-offset-problem = Mikrofon girişi, sese sabit bir elektriksel kayma ekliyor.
check-dc-offset-fix = Yeniden okuyun. Yine olursa başka bir giriş ya da başka bir mikrofon kullanın.
check-dc-offset-why = Sabit bir kayma, ses payını azaltır ve her kesim yerinde tıkırdar; çoğu aygıtta yoktur.

check-pause-long-title = Uzun ara
check-pause-long-problem = Ortada uzun bir ara var.
check-pause-long-fix = Ara vermeden okuyun.
check-pause-long-why = Ortadaki uzun duraklama çoğu kez çevrilen bir sayfa ya da ikinci bir denemedir.

check-lead-silence-long-title = Başta uzun sessizlik
check-lead-silence-long-problem = Başta uzun bir sessizlik var.
check-lead-silence-long-fix = Bir şey yapmanız gerekmez: Kesilip atılacak. Bir dahaki sefere KAYITTA yazısını görünce fazla beklemeden konuşun.
check-lead-silence-long-why = Sessizlik yer ve eğitim süresi harcar; kayıpsız kesilir.

check-trail-silence-long-title = Sonda uzun sessizlik
check-trail-silence-long-problem = Sonda uzun bir sessizlik var.
check-trail-silence-long-fix = Bir şey yapmanız gerekmez: Kesilip atılacak. Bir dahaki sefere son sözcükten hemen sonra Enter'a basın.
check-trail-silence-long-why = Sessizlik yer ve eğitim süresi harcar; kayıpsız kesilir.

check-mos-low-title = Kötü duyuluyor olabilir
check-mos-low-problem = Bu kayıt kötü duyuluyor olabilir.
check-mos-low-fix = Dinleyin; gerçekten kötüyse yeniden okuyun.
check-mos-low-why = Nasıl duyulduğuna dair ikinci bir görüş; model, kırpılmayı ve dar bandı pek fark etmez, bu yüzden başka denetimlerin yerini tutmaz.

check-speech-doubtful-title = Konuşma olmayabilir
check-speech-doubtful-problem = Bu, konuşma olmayabilir.
check-speech-doubtful-fix = Dinleyin; kimse konuşmuyorsa yeniden okuyun.
check-speech-doubtful-why = Konuşma sanılan şey müzik, öksürük ya da kapı sesi olabilir.

check-channels-identical-title = İki taraf aynı
check-channels-identical-problem = Sol ve sağ taraf aynı: Yalnızca biri saklanıyor.
check-channels-identical-fix = Bir şey yapmanız gerekmez; mono bir mikrofon yer kazandırır.
check-channels-identical-why = Yanlış bir şey yok; dosya gerekenin iki katı büyüklükte.

## Findings that come from no check

check-interrupted-title = Kayıt yarıda kesildi
check-interrupted-problem = Kayıt, bir çökme ya da sinyal yüzünden yarıda kesildi.
check-interrupted-fix = Sonunu dinleyin; bir sözcük eksikse yeniden okuyun.
check-interrupted-why = Yarım kalan sözcük metinde var, seste yoktur; modele sözcük atlamayı öğretir.

check-file-altered-title = Dosya değişmiş
check-file-altered-problem = Bu, kaydedilen dosya değil.
check-file-altered-fix = Kaydedilen dosyayı geri koyun ya da yeniden kaydedin.
check-file-altered-why = Değerlendirildikten sonra değiştirilen bir dosyada ne olduğunu kimse bilemez: Değerlendirmesi, metni ve onayı başka bir dosyanındır.

check-file-missing-title = Dosya yok
check-file-missing-problem = Dosya yerinde değil.
check-file-missing-fix = Bir kopyasından geri getirin ya da yeniden kaydedin.
check-file-missing-why = Sesi olmayan bir metin hiçbir şey öğretmez ve ondan sayılan her şey yanlıştır.
