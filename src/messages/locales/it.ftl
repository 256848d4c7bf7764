# The words that a contributor can meet, in Italian.
# Register: tu, as in the sheet and the consent text (it-IT); short, plain and friendly, never blaming, no word that takes a gender of the reader.
# Words: recording (take) = registrazione; sentence (prompt) = frase; one reading of a sentence = lettura; sitting (session) = sessione;
# microphone = microfono; break = pausa; receipt = ricevuta; withdrawal code = codice di ritiro; sheet = elenco di frasi; speaker = voce.

## Verdicts

verdict-pass = BUONA
verdict-warn = PASSABILE
verdict-reject = DA RIFARE

## The start of a sitting

welcome-head = { $title }  ({ $locale }, voce { $speaker }, { $device })
welcome-going-on = Si riprende. Frasi già registrate: { $kept } su { $readings }.
welcome-another = L’ultima volta il microfono era { $before }; adesso è { $now }.
welcome-readings =
    { $count ->
        [one] 1 frase.
       *[other] { $count } frasi.
    }
welcome-longest = Una registrazione può durare { $length }. Se è più lunga, si ferma da sola e non si può usare.
welcome-patience = Una registrazione che dura molto più di quanto serve alla frase si ferma da sola.
welcome-listening =
    Il microfono è acceso da adesso fino alla fine. Si conserva ciò che sta tra un Invio e il successivo, con mezzo secondo prima e dopo.
welcome-keys = ? e Invio mostra tutti i tasti; dopo ogni lettera premi Invio.
recovered-saved =
    { $count ->
        [one] L’ultima sessione si è interrotta. È stata salvata 1 registrazione non finita.
       *[other] L’ultima sessione si è interrotta. Sono state salvate { $count } registrazioni non finite.
    }
session-unreadable =
    Una cartella di registrazioni non si può leggere e resta com’è: { $path } ({ $cause }). Mostra questo messaggio a chi ti aiuta.
recovered-torn = L’ultima sessione si è interrotta. Niente di ciò che hai tenuto è andato perso.

clock-early = L’orologio di questo computer segna { $date }, quando questo programma non esisteva ancora. Imposta data e ora, poi ricomincia: le registrazioni con quella data, e il relativo consenso, non si potranno usare in seguito.
clock-late = L’orologio di questo computer segna { $date }, una data molto lontana. Imposta data e ora, poi ricomincia: le registrazioni con quella data, e il relativo consenso, non si potranno usare in seguito.

## The room

room-listening =
    { $seconds ->
        [one] Fai silenzio per 1 secondo, per favore: così si misura il rumore della stanza.
       *[other] Fai silenzio per { $seconds } secondi, per favore: così si misura il rumore della stanza.
    }
room-silent = Nessun suono.
room-silent-advice = Arriva solo silenzio. Il microfono è disattivato, o ne volevi usare un altro?
room-loud = La stanza è rumorosa.
room-loud-advice = Chiudi la finestra, spegni i ventilatori o avvicinati al microfono.
room-quiet = La stanza è abbastanza silenziosa.
room-keys = Invio: misura di nuovo   g: continua lo stesso   q: basta per oggi

## The prompt and the take

media-sound = Prima senti un esempio. Parla quando è finito; e: ascoltalo di nuovo
media-picture = Guarda questa immagine e di’ quello che le corrisponde: { $path }
prompt-place = { $number } di { $readings }
prompt-reading = lettura { $repetition } di { $repeat }
prompt-again = ancora una volta
prompt-kept = tenuta
prompt-of-attempts = registrazione { $attempt } di { $attempts }
take-length = { $seconds } s
take-stopped-long = È durata più del tempo massimo: { $length }. È stata fermata.
length-minutes =
    { $count ->
        [one] 1 minuto
       *[other] { $count } minuti
    }
length-seconds =
    { $count ->
        [one] 1 secondo
       *[other] { $count } secondi
    }
take-also = anche: { $titles }
take-device = Con questo microfono non viene meglio.
finding-said = { $problem } { $fix }
meter-clipped = troppo forte
slept =
    { $seconds ->
        [one] Il computer è stato in sospensione per un secondo. Si riprende da qui.
       *[other] Il computer è stato in sospensione per { $seconds } secondi. Si riprende da qui.
    }
device-searched = Il microfono viene cercato ogni secondo, al massimo per un minuto. Si continua appena ce n’è uno; q: basta per oggi
device-muted = Il microfono { $name } è stato disattivato: si registra solo silenzio. Attivalo nelle impostazioni audio del sistema.
device-unmuted = Il microfono { $name } è di nuovo attivo.
device-back = C’è di nuovo un microfono: { $name }. Si continua.

## What holds for a microphone, before the first prompt, and what to do about it

remark-monitor = Questo non è un microfono: registra ciò che esce dall’altoparlante.
    .wait = Scegli un microfono con --device; `booth devices` li elenca.
remark-unplugged = Nella presa di questo microfono non è collegato niente.
    .wait = Collegalo, o scegline un altro con --device; `booth devices` li elenca.
remark-muted = Questo microfono è disattivato.
    .wait = Attivalo nelle impostazioni audio del sistema.
remark-volume = Il volume di questo microfono nel sistema è al { $percent } %.
    .wait = Portalo al 100 % nelle impostazioni audio e parla piuttosto un po’ più forte o più piano.
remark-telephone = Questo microfono suona come un telefono ({ $rate }).
    .wait = È il suono delle cuffie senza fili in chiamata. Usane un paio con il cavo o il microfono integrato.
remark-narrow = Questo microfono lavora a { $rate }; ne servono { $wanted } Hz.
    .wait = Scegli una frequenza più alta nelle impostazioni audio del sistema, o un altro microfono.

## What the recorder noticed

capture-lost = Il computer era troppo occupato e si è perso un po’ di suono.
capture-stalled = Per un momento dal microfono non è arrivato alcun suono.
capture-missing = In questa registrazione manca un po’ di suono.
capture-silent = È arrivato solo silenzio.
capture-clock = L’orologio del microfono va a { $measured } Hz e non a { $stated }.

## What the booth is doing

phase-idle = La sessione non è ancora iniziata.
phase-showing = Tutto pronto.
phase-recording = REGISTRAZIONE
phase-judging = Un momento.
phase-verdict = Tienila, o leggi di nuovo.
phase-paused = Pausa.
nobody-heard = Per due volte non si è sentito nessuno. Ci sei?
phase-done = È stato letto tutto.
phase-finished = La sessione è finita.
done-all =
    { $readings ->
        [one] L’unica frase è stata registrata.
       *[other] Tutte le { $readings } frasi sono state registrate.
    }
done-some =
    { $left ->
        [one] Per ora è tutto. Frasi registrate: { $kept } su { $readings }; saltata: 1.
       *[other] Per ora è tutto. Frasi registrate: { $kept } su { $readings }; saltate: { $left }.
    }
done-limit = È tutto quello che volevi leggere oggi. Frasi registrate: { $kept } su { $readings }.

## The list of all sentences

reading-kept = tenuta
reading-left-out = saltata
reading-open = da leggere
reading-none = `{ $given }` non è una frase della lista; scrivi un numero da 1 a { $readings }. l: tutte le frasi
report-ask = Che cosa non va in questa frase?
report-spelling = C’è un errore
report-unnatural = Nessuno lo direbbe così
report-unclear = Si può leggere in due modi
report-unfit = Non voglio leggere questo ad alta voce
report-other = Altro
report-keys = Scrivi un numero e, se vuoi, altre parole dopo. Invio: niente
report-thanks = Grazie: segnalato.
report-none = Non è stato segnalato niente.

## Keys

keys-showing = Invio: registra   s: salta   b: indietro   q: basta per oggi
keys-recording = Leggi adesso. Invio: ferma
keys-verdict = Invio: tieni   r: leggi di nuovo   p: ascolta   s: salta   b: indietro
keys-rejected = Invio: leggi di nuovo   k: tieni lo stesso   p: ascolta   s: salta
keys-kept = Invio: avanti   r: leggi di nuovo   p: ascolta   d: elimina   b: indietro
keys-attempts = <  >: la registrazione prima o dopo
keys-delete = Eliminare per sempre la registrazione? Nessuno può recuperarla.   d: elimina   Invio: no
keys-paused = Invio: continua   q: basta per oggi
keys-done = Invio: fine   b: torna all’ultima   u: annulla la decisione   l: tutte le frasi
keys-hands-free = Leggi ogni frase con calma; il resto va avanti da solo. q: basta per oggi   w: pausa   ?: tasti
key-unknown = `{ $key }` non è un tasto che serve qui; ? mostra tutti i tasti.
key-arrows = Le frecce e gli altri tasti speciali qui non servono; ? mostra tutti i tasti.
help-enter = registra; ferma; tieni la registrazione se è buona, o rifalla
    .key = Invio
help-keep = tieni questa registrazione
    .key = k
help-redo = leggi di nuovo; questa resta finché non ne tieni un’altra
    .key = r
help-play = ascolta questa registrazione; davanti a una frase, la sua ultima
    .key = p
help-hear = ascolta di nuovo l’esempio di questa frase
    .key = e
help-skip = salta, con un motivo se vuoi; la frase torna alla fine
    .key = s [MOTIVO]
help-report = segnala che qualcosa non va in questa frase
    .key = x [COSA]
help-back = torna alla frase precedente
    .key = b
help-choose = guarda la registrazione prima o dopo della stessa frase
    .key = <  >
help-undo = annulla l’ultima decisione, tutte le volte che vuoi
    .key = u
help-delete = elimina per sempre questa registrazione; prima viene chiesto
    .key = d
help-list = mostra tutte le frasi e com’è andata con ognuna
    .key = l
help-goto = vai alla frase che ha questo numero nella lista
    .key = g NUMERO
help-help = questo aiuto
    .key = ?
help-pause = fai una pausa
    .key = w
help-mode = chi ferma la registrazione: tu, il silenzio, o tutto va avanti da solo; ogni m passa al modo successivo
    .key = m
help-quit = basta per oggi; la prossima volta si riprende da qui
    .key = q
help-interrupt = ferma subito; ciò che hai tenuto è al sicuro
    .key = Ctrl-C

## Why a command cannot be followed now

refusal-recording = È in corso una registrazione. Prima premi Invio per fermarla.
refusal-not-recording = Non si sta registrando niente.
refusal-judging = Un momento, la registrazione è in esame.
refusal-undecided = Prima tieni questa registrazione o leggi di nuovo.
refusal-no-take = Di questa frase non c’è ancora una registrazione.
refusal-no-sound = Questa frase non ha un esempio da ascoltare.
refusal-silent = In questa registrazione non c’è voce, quindi non si può tenere. Leggi di nuovo, o salta la frase.
refusal-cut-short = Questa registrazione si è interrotta, quindi non si può tenere. Leggi di nuovo.
refusal-no-such-take = Da quella parte non ci sono altre registrazioni di questa frase.
refusal-elsewhere = Questa registrazione è di una sessione precedente con altri apparecchi e non si può eliminare da qui.
refusal-not-asked = Non è stato chiesto niente.
refusal-nothing-to-undo = In questa sessione non è stato deciso niente che si possa annullare.
refusal-unseen = È arrivato prima che ci fosse qualcosa a cui rispondere.
refusal-done = È stato letto tutto. Prima torna a una frase.
refusal-kept = Hai già tenuto questa registrazione.
refusal-nothing-before = Prima non c’è niente.
refusal-unknown-prompt = Questa frase non è nell’elenco di frasi.
refusal-paused = È in corso una pausa. Premi Invio per continuare.
refusal-not-paused = Non è in corso nessuna pausa.
refusal-device-lost = Il microfono non c’è più. Si continua appena ce n’è uno.
refusal-not-open = La sessione è finita.

## Why a recording stopped

stop-user = L’hai fermata tu.
stop-end = Il suono è finito.
stop-length = È durata più del tempo massimo.
stop-interrupted = La sessione è finita a metà.
stop-device-lost = Il microfono è sparito.
stop-disk = Non è stato possibile salvarla.
stop-discarded = È stato un errore; non ne resta alcuna registrazione.
stop-unknown = Si è fermata.

## The end of a sitting

close-finished = È stato letto tutto.
close-limit = Questa sessione è durata abbastanza.
close-quit = Basta per oggi.
close-interrupted = Fermato, come richiesto.
close-nobody = Non si è sentito nessuno, quindi la sessione si è fermata.
close-error = La sessione è dovuta finire.
close-device-changed = Il microfono è stato cambiato.
close-recovered = Ciò che si era interrotto è di nuovo in ordine.
close-unknown = La sessione è finita.
farewell-given =
    { $count ->
        [one] In questa sessione hai letto 1 frase, { $all } in tutto ({ $minutes } minuti).
       *[other] In questa sessione hai letto { $count } frasi, { $all } in tutto ({ $minutes } minuti).
    }
farewell-done = È tutto. Grazie!
farewell-left =
    { $count ->
        [one] Resta 1 frase. Per continuare:
       *[other] Restano { $count } frasi. Per continuare:
    }
farewell-where = Le tue registrazioni sono in { $path }
farewell-contact = Consegnale a { $name }, { $contact }.
farewell-contact-unnamed = Consegnale alla persona che te le ha chieste.

## Questions

question-speaker = Chi legge: { $speakers }? (Invio: una persona nuova)
question-new-speaker = Qui nessuno si chiama `{ $speaker }`. Scrivilo ancora una volta per iniziare come persona nuova, o scrivi il nome che intendevi:
question-adult = Sono maggiorenne nel mio Paese
question-contact = Come possiamo contattarti; resta separato dalle registrazioni
page-more = Invio: continua a leggere
form-uses = Potete
form-about = Su di te, se vuoi
form-ticked = [x]
form-open = [ ]
form-needed = (necessario)
form-left-out = -
form-keys =
    Un numero e Invio spunta la sua riga o toglie la spunta; o un numero e parole, per esempio: { $example } sulla quarantina
    Solo Invio: va tutto bene così.   q: esci, e non si conserva niente
form-lacking = Senza { $numbers } non si può registrare niente.
form-unknown = `{ $given }` non è una riga del modulo; scrivi un numero da 1 a { $last }.
form-no-words = Nella riga { $number } non vanno parole: basta il numero per mettere o togliere la spunta.
form-words = Nella riga { $number } vanno parole: scrivile dopo il numero. Un - dopo il numero la svuota.
about-gender = Il tuo genere, con parole tue
about-age = La tua età, o una fascia come “sulla trentina”
about-accent = Il tuo accento o la tua regione
about-native-language = La tua lingua madre

## Uses that are asked for; each goes on with "You may"

scope-asr = usare le mie registrazioni per il riconoscimento del parlato: insegnare alle macchine a capire ciò che si dice
scope-tts = usarle per creare una voce sintetica che può somigliare alla mia
scope-speaker-id = usarle per insegnare alle macchine a riconoscere dalla voce chi sta parlando
scope-evaluation = usarle per valutare se questi sistemi funzionano bene
scope-share-gated =
    { $licence ->
        [none] condividerle con persone che hanno firmato delle condizioni d’uso
       *[other] condividerle, con la licenza { $licence }, con persone che hanno firmato delle condizioni d’uso
    }
scope-share-open =
    { $licence ->
        [none] pubblicarle apertamente: chiunque può scaricarle e usarle
       *[other] pubblicarle apertamente con la licenza { $licence }: chiunque può scaricarle e usarle come essa consente
    }
scope-contact-again = ricontattarmi per altre registrazioni

## The receipt

consent-holds = Il tuo consenso del { $date } (ricevuta { $receipt }) è ancora valido.
project-used = Progetto: { $path }
receipt-where = La tua ricevuta, con il codice di ritiro: { $path }
receipt-code = Codice di ritiro: { $code }   (conservalo; non è salvato in nessun altro posto)
controller-unnamed = la persona che raccoglie queste registrazioni
contact-unnamed = la persona che ti ha chiesto queste registrazioni
copy-consent = Consenso
copy-consent-said = dato il { $date } (UTC), la tua copia
copy-receipt = Ricevuta
copy-speaker = Tu sei
copy-speaker-said = voce { $speaker } (con le tue registrazioni non si conserva alcun nome)
copy-controller = Dato a
copy-contact = Contatto
copy-until = Valido fino al
copy-yes = sì
copy-no = no
copy-licence = Licenza
copy-code = Codice di ritiro
copy-withdraw = Per ritirarti
copy-keep = Conserva questo codice: non è salvato in nessun altro posto e dimostra che le registrazioni sono tue.
copy-text = Il testo che ti è stato mostrato ({ $locale }):
withdrawal-by-code = Comunica il codice di ritiro al contatto qui sopra; non servono spiegazioni.
gone-head = Ritirato il { $date } (UTC), numero { $id }
gone-speaker = Hai ritirato tutto ciò che avevi registrato fino ad allora.
gone-session = Hai ritirato una sessione.
gone-take = Hai ritirato una registrazione.
gone-scope = D’ora in poi non se ne fa più questo: { $scope }. Nient’altro cambia.
gone-deleted = Cancellato per sempre: registrazioni: { $takes }, secondi di suono: { $seconds }. Una ricerca fatta dopo non ne ha trovato più nulla.
gone-no-release = Non era stato pubblicato.
gone-releases = Si trova in edizioni già uscite: { $releases }. A chi ne ha una viene chiesto di cancellarlo lì.
gone-models = Ciò che prima è stato imparato da un’edizione pubblicata non si può togliere da un modello addestrato.
gone-next = La prossima edizione si fa senza. Conserva questa lettera: è la prova.
mine-head = Tutto ciò che qui si conserva di te, copiato il { $date } (UTC)
mine-sessions = Sessioni: { $count }, ognuna in una propria cartella dentro sessions/.
mine-files = In ognuna: le tue registrazioni in audio/, ciò che ti è stato mostrato e ciò che ne è stato misurato e detto in takes.jsonl, ciò che i programmi hanno sentito in transcripts.jsonl, ciò a cui hai acconsentito in consent/.
mine-receipts = In receipts/: le tue ricevute, le lettere e ciò che hai detto su come raggiungerti.
mine-rights = È tuo: leggilo, conservalo, dallo a chi vuoi. Con il codice della tua ricevuta puoi ritirare tutto.
feedback-head = Che cosa ne è stato delle tue registrazioni, da parte di chi le raccoglie
feedback-thanks = Accettate finora: { $count }. Grazie per ognuna.
feedback-again = Da rileggere, per favore: { $count }, in circa { $minutes } min.
feedback-nothing = Non c’è nulla da rileggere.
feedback-why = { $count } × { $why }
feedback-advice = Quasi tutto ha una sola causa. Prima di continuare: { $fix }
feedback-here = Ancora una volta, per favore: { $problem }
feedback-heard = Qualcuno l’ha ascoltata e la chiede ancora una volta. Leggi con calma, come lo diresti a casa.
feedback-how = Per farlo, metti questo file accanto alla cartella delle tue registrazioni e registra come sempre.
feedback-of-another = Questo riscontro è per { $given }, e sta leggendo { $wanted }.
feedback-elsewhere = Inoltre, di altri fogli o lingue, o non più nel foglio: { $count }.
feedback-unreadable = Un riscontro non si può leggere, { $path }: { $cause }
hand-in-made = Il tuo file da consegnare: { $files } – il suo codice è { $code }.
hand-in-nothing = Non c’è nulla che non sia già stato consegnato.
hand-in-lacking = Non tutto è potuto entrare nel file: { $count }. Dillo a chi ti ha chiesto le registrazioni.
farewell-bundle = Per farne un solo file da consegnare:

## The page in the browser: what is said of a sitting

language-name = Italiano
page-link = Apri questo link nel browser di questo computer; apre la pagina una volta sola:
page-address = In un browser in cui la pagina era aperta, { $address } la apre di nuovo.
page-running = La pagina è già aperta; si apre ancora una volta.
page-no-browser = non si riesce ad aprire un browser ({ $cause }); apri il link qui sopra
page-no-server = non si riesce a mostrare la pagina: { $cause }
    .hint = forse un altro programma lo impedisce; `booth record` registra in un terminale
page-alone = per dieci minuti nessuno ha guardato la pagina
page-over-said = Booth è terminato. Puoi chiudere questa pagina.
page-trouble = Non ha funzionato
page-start = Che cosa vuoi leggere?
page-sheet-languages =
    { $count ->
        [one] 1 lingua
       *[other] { $count } lingue
    }
page-consent = Prima di iniziare
page-sound = Prova del suono
page-microphone-say = Di’ qualcosa durante l’ascolto, per esempio che cosa vedi intorno a te.
page-was-away = La pagina è stata chiusa, quindi la registrazione si è fermata; non è andata persa.
page-device-searched = Viene cercato ogni secondo, al massimo per un minuto. Si continua appena ce n’è uno.
page-device-advice = Ricollegalo, o scegli un altro microfono.
page-device-busy = Chiudi l’altro programma che lo usa, o scegli un altro microfono.
page-device-denied = Permetti a Booth di usare il microfono nelle impostazioni di privacy di questo computer.
page-picture-alt = L’immagine che accompagna questa frase
page-delete-ask = Eliminare per sempre questa registrazione? Nessuno può recuperarla.
page-kept = tenute: { $kept } su { $readings }
page-minutes = { $minutes } minuti di registrazione
page-left =
    { $count ->
        [one] manca circa 1 minuto
       *[other] mancano circa { $count } minuti
    }
page-refused-recording = È in corso una registrazione. Prima fermala.
page-refused-paused = È in corso una pausa. Prima riprendi.
page-reason-hard-to-say = È difficile da dire
page-reason-wrong-sentence = C’è qualcosa che non va
page-reason-not-now = Non adesso
page-verdict-pass = Buona
page-verdict-warn = Da controllare
page-verdict-reject = Da rileggere
page-end = Grazie
page-end-left =
    { $count ->
        [one] Resta 1 frase. Puoi continuare adesso o riavviare Booth un altro giorno.
       *[other] Restano { $count } frasi. Puoi continuare adesso o riavviare Booth un altro giorno.
    }
page-end-withdraw = Puoi ritirare le tue registrazioni quando vuoi: comunica il codice della tua ricevuta alla persona che te le ha chieste. Non servono spiegazioni.
break-offer = Leggi da mezz’ora. Vuoi fare una pausa?
mode-said = Registrazione, da adesso in poi: { $mode }.
mode-manual = a mano
mode-auto-stop = si ferma da sola
mode-hands-free = a mani libere

## How a microphone does, in a word or two

figure-voice = La tua voce
figure-voice-none = non si è sentita
figure-voice-faint = debole
figure-voice-good = buona
figure-voice-strong = forte
figure-voice-loud = troppo forte
figure-room = La stanza
figure-room-quiet = silenziosa
figure-room-heard = si sente un po’
figure-room-loud = rumorosa
figure-band = Il suono
figure-band-full = pieno
figure-band-narrow = un po’ ovattato
figure-band-telephone = come al telefono

## The page in the browser: its fixed words

# Whole page
page-name = Booth
page-go-on = Continua
page-back = Indietro
page-close = Chiudi
page-note-info = Nota
page-note-warn = Attenzione
page-note-bad = Problema
# Full screen when the program does not answer any more
page-gone = Booth si è fermato
page-gone-safe = Tutto ciò che hai tenuto è al sicuro su questo computer.
page-gone-how = Per continuare, riavvia Booth come hai fatto prima. Questa pagina torna da sola, o se ne apre una nuova.
page-gone-trying = Questa pagina sta cercando Booth.
page-elsewhere = Booth è aperto in un’altra scheda
page-elsewhere-what = Può registrare una sola scheda alla volta.
page-take-over = Usa questa scheda

# Start: what to read
page-language = Lingua di questa pagina
page-sheet = Che cosa leggere
page-locale = Lingua delle frasi
page-begin = Inizia

# Who reads
page-who = Chi legge?
page-who-why = Scegli un nome inventato, mai quello vero. Vanno bene le lettere minuscole dalla a alla z e i numeri.
page-who-before = Ho già letto qui
page-who-new = È la mia prima volta qui
page-who-name = Nome inventato

# Consent
page-consent-adult = Prima di tutto
page-consent-uses = Potete
page-consent-about = Su di te, se vuoi
page-consent-needed = necessario
page-consent-nothing = Non c’è niente di già spuntato. È permesso solo ciò che spunti tu.
page-agree = Accetta e continua
page-refuse = Esci, e non si conserva niente

# Microphone
page-microphone-listening = Ascolto di tutti i microfoni
page-microphone-choose = Scegli un microfono
page-microphone-none = Nessun microfono trovato
page-microphone-waiting = in attesa
page-microphone-listens = in ascolto
page-microphone-failed = non funziona
page-microphone-best = Il migliore per la tua voce
page-microphone-default = Scelta del computer
page-microphone-chosen = Scelto
page-microphone-use = Usa questo
page-microphone-level = Quanto forte ti sente
page-listen = Misura di nuovo

# Sound check
page-check = Inizia la prova
page-check-again = Ripeti la prova
page-check-stop = Ho letto
page-check-anyway = Continua lo stesso
page-check-room = Fai silenzio, per favore
page-check-sentence = Adesso leggi questo ad alta voce
page-check-judging = Un momento
page-check-passed = Ti si sente bene
page-check-good = va bene
page-check-poor = non va ancora bene
page-seconds-left = Secondi che restano

# Booth: what is going on now
page-phase-showing = Tutto pronto
page-phase-recording = Registrazione
page-phase-judging = Un momento
page-phase-verdict = La tua registrazione
page-phase-paused = Pausa
page-phase-done = È stato letto tutto
page-phase-lost = Nessun microfono
page-previous = Frase precedente
page-next = Frase successiva
page-sentence = Leggi questo ad alta voce
page-controls = Pulsanti
page-again = Ancora una volta
page-picture = Immagine

# Booth: what can be done (buttons)
page-record = Registra
page-stop = Ferma
page-keep = Tieni
page-keep-anyway = Tieni lo stesso
page-redo = Leggi di nuovo
page-play = Ascolta
page-play-stop = Ferma l’ascolto
page-skip = Salta
page-back-step = Indietro
page-undo = Annulla la scelta
page-delete = Elimina
page-delete-yes = Elimina per sempre
page-delete-no = Non eliminare
page-cancel = Annulla
page-discard = Scarta
page-pause = Fai una pausa
page-resume = Continua
page-quit = Basta per oggi
page-list = Tutte le frasi
page-hint = Mostra il consiglio
page-hint-hide = Nascondi il consiglio
page-hear = Ascolta l’esempio
page-report = C’è qualcosa che non va in questa frase?
page-hold = Tieni premuto e leggi
page-release = Lascia per fermare

# Booth: the recording just made
page-take-kept = tenuta
page-take-earlier = registrazione precedente
page-take-others = Altre osservazioni
page-take-fix = Prova prima così
page-take-wave = Immagine della tua registrazione
page-take-speech = la tua voce
page-take-attempts = Registrazioni di questa frase
page-attempt = Registrazione
page-skip-why = Perché saltare questa frase?
page-skip-plain = Nessun motivo
page-report-why = Che cosa non va in questa frase?
page-who-is-there = Ci sono

# Booth: the level of the microphone
page-meter = Livello del suono
page-meter-silent = Non arriva niente
page-meter-room = Aspetto la voce
page-meter-quiet = Un po’ piano
page-meter-good = Bene
page-meter-high = Un po’ forte
page-meter-loud = Troppo forte

# List of all sentences
page-list-loading = Un momento
page-list-all = Tutte

# Settings
page-settings = Impostazioni
page-settings-mode = Come si ferma la registrazione
page-mode-manual = La fermo io
page-mode-auto-stop = Si ferma quando smetto di parlare
page-mode-hands-free = Inizia e si ferma da sola
page-settings-hold = Tengo premuto il tasto o il pulsante mentre leggo
page-settings-auto-play = Fammi ascoltare le registrazioni con un’osservazione
page-settings-keys = Uso i tasti della tastiera
page-settings-keys-which = Tasti
page-settings-key-change = Cambia il tasto
page-settings-key-press = Premi un tasto
page-settings-key-reset = Ripristina tutti i tasti
page-settings-key-fixed = Spazio e Invio fanno sempre ciò che dice il pulsante grande.
page-key-space = Spazio
page-key-enter = Invio
page-key-escape = Esc

# End
page-end-again = Continua a leggere
page-end-finish = Fine
page-hand-in = Fai un file da consegnare
page-end-where = Le tue registrazioni
page-receipt = La tua ricevuta
page-receipt-code = Codice di ritiro
page-receipt-copy = Copia il codice
page-receipt-copied = Copiato
page-receipt-print = Stampa questa pagina
page-withdraw = Se cambi idea

# Trouble, and the last page
page-retry = Riprova
page-over = Adesso puoi chiudere questa pagina.

# The button that opens the rest of the buttons on a small screen, and the heading of what it opens
page-menu = Altro

## Trouble: no capital and no full stop, as it stands behind "trouble:" or "error:"

trouble-head = problema
trouble-said = { $head }: { $message }
trouble-hint = consiglio: { $hint }

# The microphone and the loudspeaker; $direction is input or output.

-plug-in = ricollegalo o scegline un altro con --device, poi esegui lo stesso comando per continuare
-devices = `booth devices` elenca ciò che c’è
device-lost-gone = il microfono `{ $name }` è stato scollegato
    .wait = Ricollegalo.
    .hint = { -plug-in }
device-lost-invalidated = il microfono `{ $name }` è stato modificato dal sistema e va riaperto
    .wait = Viene riaperto.
    .hint = { -plug-in }
device-lost-host = il sistema audio è stato chiuso, e con esso il microfono `{ $name }`
    .wait = Torna insieme al sistema audio.
    .hint = { -plug-in }
device-lost-errors = il microfono `{ $name }` segnala solo errori
    .wait = Scollegalo e ricollegalo.
    .hint = { -plug-in }
device-lost-changed = il sistema ha scelto un altro microfono al posto di `{ $name }`
    .wait = Si continua con quello scelto adesso.
    .hint = { -plug-in }
device-lost-suspended = il microfono `{ $name }` è stato sospeso dal sistema
    .wait = Riattivalo nelle impostazioni audio del sistema, o ricollegalo.
    .hint = riattivalo nelle impostazioni audio del sistema o scegline un altro con --device; poi esegui lo stesso comando per continuare
device-lost-silent = il sistema audio non risponde, e dal microfono `{ $name }` non arriva niente
    .wait = Si continua quando il sistema audio torna a rispondere.
    .hint = riavvia il server audio, poi esegui lo stesso comando per continuare
device-no-audio = dal microfono `{ $name }` non arriva alcun suono
    .wait = Controlla che sia collegato e acceso.
    .hint = controlla che sia collegato e non sospeso, o scegline un altro con --device
device-not-back =
    { $seconds ->
        [one] nessun microfono è tornato entro 1 secondo
       *[other] nessun microfono è tornato entro { $seconds } secondi
    }
    .hint = { -plug-in }
device-closed = il microfono è chiuso
device-no-thread = non si riesce ad avviare la parte del programma che ascolta il microfono
device-search-ended = la ricerca di un microfono è finita
device-search-failed = non si riesce ad avviare la ricerca di un microfono
-plug-one-in = collegane uno, o registra da file con --device file:PERCORSO
device-no-card = non c’è un microfono: questo computer non ha una scheda audio e nessun server audio risponde
    .hint = { -plug-one-in }
device-none = non c’è un microfono: il sistema non ne offre
    .hint = { -plug-one-in }
device-missing =
    { $direction ->
        [output] non c’è un altoparlante `{ $name }`
       *[input] non c’è un microfono `{ $name }`
    }
    .hint = { -devices }
device-silent =
    { $direction ->
        [output] l’altoparlante `{ $name }` non risponde
       *[input] il microfono `{ $name }` non risponde
    }
    .hint = riavvia il server audio, o scegli un altro dispositivo; `booth devices` li elenca
device-busy =
    { $direction ->
        [output] l’altoparlante `{ $name }` è usato da un altro programma
       *[input] il microfono `{ $name }` è usato da un altro programma
    }
    .hint = chiudi l’altro programma, o scegli un altro dispositivo; `booth devices` li elenca
device-denied =
    { $direction ->
        [output] il sistema non permette di usare l’altoparlante `{ $name }`
       *[input] il sistema non permette di usare il microfono `{ $name }`
    }
    .hint =
        { $system ->
            [linux] chiedi di entrare nel gruppo `audio`, o avvia il server audio del tuo desktop
           *[other] permetti a questo terminale di usarlo nelle impostazioni di privacy del sistema
        }
device-is-file =
    { $direction ->
        [output] `{ $name }` è un file e non un altoparlante
       *[input] `{ $name }` è un file e non un microfono
    }
device-no-format =
    { $count ->
        [0] il microfono `{ $name }` non ha nessuno dei formati { $usable }; ne ha altri
       *[other] il microfono `{ $name }` non ha nessuno dei formati { $usable }; ha { $formats }
    }
    .hint = usa lo stesso dispositivo con plughw: al posto di hw:, che converte, o alsa:default
device-unusable =
    { $direction ->
        [output] `{ $name }` non si può usare come altoparlante: { $cause }
       *[input] `{ $name }` non si può usare come microfono: { $cause }
    }
    .hint = { -devices }
device-no-server = dietro `{ $name }` non c’è un server audio
    .hint = avvia il server audio del tuo desktop, o scegli un altro dispositivo; `booth devices` li elenca
device-fails =
    { $direction ->
        [output] l’altoparlante `{ $name }` non si può aprire: { $cause }
       *[input] il microfono `{ $name }` non si può aprire: { $cause }
    }
    .hint = { -devices }
playback-no-format = l’altoparlante `{ $name }` non ha un formato che si possa riprodurre
    .hint = scegline un altro; `booth devices` li elenca
playback-stopped = l’altoparlante `{ $name }` si è fermato dopo { $played } campioni su { $frames }
    .hint = scegli un altro altoparlante; `booth devices` li elenca

# The disk.

-may-write = scegli una cartella in cui puoi scrivere, o cambiane i permessi
storage-missing = non c’è alcun file o cartella { $path }
storage-denied = il sistema non permette di usare { $path }: permesso negato
    .hint = { -may-write }
storage-full = { $path } non si può salvare: il disco è pieno
    .hint = libera un po’ di spazio, poi esegui di nuovo lo stesso comando
storage-read-only = { $path } non si può salvare: il disco è in sola lettura
    .hint = { -may-write }
storage-exists = { $path } esiste già
storage-failed = il disco o il sistema dà un errore su { $path }: { $cause }
-wait = aspetta che finisca, o usa un’altra cartella
storage-in-use = è in uso da parte di { $holder }
    .hint = { -wait }
storage-in-use-by-another = è in uso da parte di un altro programma
    .hint = { -wait }
storage-held = è in uso da parte di { $holder }
    .hint = aspetta che finisca; se qui non lavora nessuno (questo disco non sa bloccare i file, e forse è mancata la corrente), elimina { $path } e ricomincia
storage-no-locks = Questo disco non sa bloccare i file, come certe cartelle di rete: { $path }. Si continua, e un file in quel posto tiene fuori un secondo Booth. Fai lavorare in questa cartella un solo computer alla volta e fai copie di sicurezza.
storage-journal = prima non è stato possibile scrivere il registro
    .hint = esegui di nuovo lo stesso comando; ciò che è stato tenuto è al sicuro

# The sheet and the sitting.

sheet-empty = l’elenco di frasi non ha frasi in nessuna lingua
    .hint = scrivile in <lingua>.tsv accanto a sheet.toml, o indica la cartella di un altro elenco di frasi
sheet-languages = l’elenco di frasi ha più lingue: { $languages }
    .hint = indica con --locale quale leggere
sheet-no-prompt = l’elenco di frasi non ha la frase `{ $prompt }`
    .hint = `booth prompts show` elenca gli identificativi
sheet-unknown = non c’è nessuna cartella `{ $place }`, né un elenco di frasi con questo nome nel programma
    .hint = il programma ha: { $names }; oppure indica la cartella che contiene sheet.toml
speaker-unknown = non si sa chi parla
prompt-none = non c’è una frase da registrare
take-changed = la registrazione è tornata modificata

# Consent.

-ask-again = esegui `booth record` senza --consent per rispondere di nuovo alle domande
consent-of-another = il consenso è della voce `{ $given }`, non di `{ $wanted }`
    .hint = indica --speaker { $given }, o un’altra ricevuta
consent-of-another-text = il consenso è stato dato per un testo diverso da quello usato adesso
    .hint = { -ask-again }
receipts-no-place = accanto alle registrazioni non c’è posto per le ricevute delle persone che parlano
    .hint = registra in una cartella a parte con --into
consent-yet-to-come = il consenso ha la data { $date }, che deve ancora venire
    .hint = controlla che l’orologio di questo computer sia giusto
consent-ended = il consenso è terminato il { $date }
    .hint = { -ask-again }
consent-without-asr = il riconoscimento del parlato (asr) non è stato accettato
    .hint = senza non si registra nulla; la risposta si può cambiare se la domanda viene rifatta
consent-not-given = non si registra nulla: il riconoscimento del parlato non è stato permesso
    .hint = questo elenco di frasi si registra per il riconoscimento del parlato; su di te non è stato conservato niente
consent-open = alcune domande sul consenso sono ancora senza risposta
consent-not-signed = il consenso non è stato dato
consent-missing = non si registra nulla senza una ricevuta del consenso
    .hint = rispondi alle domande sul consenso, o indica una ricevuta con --consent FILE
flags-of-consent = --yes e --grant, o --consent FILE
consent-unasked = non si registra nulla senza consenso, e qui non c’è nessuno a cui chiederlo
    .hint = rispondi con { $flag }
consent-adults = qui possono registrare da sole soltanto le persone maggiorenni
    .hint = la ricevuta di un genitore o tutore si indica con --consent FILE
consent-no-text = non c’è un testo di consenso per { $locale }
    .hint = scrivi consent/{ $locale }.txt accanto a sheet.toml
consent-no-use = `{ $scope }` non è uno degli usi; sono permessi { $allowed }
consent-use-not-asked = l’uso { $scope } qui non viene chiesto; vengono chiesti { $asked }
    .hint = lascialo fuori, o fallo aggiungere a `uses` nel file del progetto
consent-no-licence = l’uso { $scope } richiede una licenza, e non ne è indicata nessuna
    .hint = indicala con --licence, per esempio CC-BY-4.0, o nel file del progetto
consent-no-contact = è stato dato un contatto, ma l’uso contact-again non è stato permesso
    .hint = lascia fuori --contact, o permetti quell’uso con --grant contact-again
consent-not-kept = il consenso non permette di conservare `{ $field }`
    .hint = lascia fuori --about { $field }=…, o dai di nuovo il consenso con --yes
about-form = `{ $given }` non è KEY=VALUE con KEY tra { $fields }
about-refused = la risposta a `{ $field }` non si può conservare: { $why }
about-long = la risposta a `{ $field }` supera { $longest } caratteri

# The keyboard and the system.

answer-needed = serve una risposta: { $question }
    .hint = qui non c’è nessuno a cui chiedere; rispondi con { $flag }
answer-form = a `{ $question }` non si risponde così
answer-not-asked = `{ $question }` adesso non viene chiesto
answer-ended = l’immissione è finita prima di una risposta
interrupted = fermato, come richiesto
system-no-signal = non si riesce a sorvegliare Ctrl-C: { $cause }
system-no-random = il sistema non dà byte casuali: { $cause }
system-epoch = SOURCE_DATE_EPOCH è `{ $given }`; dev’essere un numero intero di secondi dal 1970
system-json = un valore non si può scrivere come JSON

## A bar that shows how far a long work is; what stands in quotes is filled in by the bar

progress-bar = { "{bar:32}" } { "{pos}" } di { "{len}" } { $unit }  { "{per_sec}" }  ancora { "{eta}" }  { "{msg}" }

## Findings, the most important first: title, problem, what to do now, why it matters to a corpus

check-unreadable-file-title = File illeggibile
check-unreadable-file-problem = Il file non si può leggere come audio.
check-unreadable-file-fix = Guarda il motivo qui sotto: converti il file o copialo di nuovo. Se è appena stato registrato, registra di nuovo.
check-unreadable-file-why = Un file che finisce prima di quanto dice la sua intestazione, o che non è audio, verrebbe tagliato o rifiutato da ogni programma di addestramento, spesso senza una parola.

check-device-lost-title = Il microfono è sparito
check-device-lost-problem = Durante la registrazione il microfono è sparito o è stato cambiato.
check-device-lost-fix = Leggi di nuovo appena c’è il microfono.
check-device-lost-why = Ciò che è stato detto dopo quel momento manca, o viene da un altro microfono; ciò che c’è sembra intero, quindi in seguito nessuno se ne accorge.

check-empty-file-title = Niente di registrato
check-empty-file-problem = Non è stato registrato niente.
check-empty-file-fix = Controlla che il microfono sia collegato e che il programma abbia il permesso di usarlo.
check-empty-file-why = In una registrazione così breve non ci sta nessuna parola; insegna a un modello che il testo può essere silenzio.

check-digital-silence-title = Solo silenzio
check-digital-silence-problem = È arrivato solo silenzio.
check-digital-silence-fix = Il microfono è disattivato o non è quello giusto: attivalo o scegline un altro.
check-digital-silence-why = Un microfono aperto varia sempre di più di un gradino: questo è un ingresso disattivato o sbagliato, non una stanza silenziosa.

check-take-long-title = Più lunga del permesso
check-take-long-problem = La registrazione dura più del tempo massimo.
check-take-long-fix = Leggi solo ciò che vedi, e ferma la registrazione quando hai finito.
check-take-long-why = Nessuno impiega così tanto per una frase: il microfono è rimasto aperto, o è un altro file. Ciò che supera il limite non viene analizzato, e la fine può mancare.

check-computer-slept-title = Computer in sospensione
check-computer-slept-problem = Il computer è andato in sospensione, e manca ciò che è stato detto intanto.
check-computer-slept-fix = Leggi di nuovo questa frase.
check-computer-slept-why = Un computer in sospensione, o un programma fermato, non registra niente; il prima e il dopo si uniscono a metà di una parola, e in seguito nessuno può sentirlo.

check-scale-wrong-title = Scala sbagliata
check-scale-wrong-problem = I campioni superano di molto il fondo scala: dei numeri interi sono stati salvati come numeri con la virgola.
check-scale-wrong-fix = Dividi tutti i campioni per il fondo scala degli interi di partenza, 32768 per 16 bit, e salva di nuovo il file.
check-scale-wrong-why = I numeri con la virgola hanno fondo scala 1. Gli interi salvati così sono migliaia di volte troppo grandi: lettori e programmi di addestramento li riducono a rumore.

check-capture-xrun-title = Suono perso
check-capture-xrun-problem = Il computer era troppo occupato e si è perso un po’ di suono.
check-capture-xrun-fix = Chiudi gli altri programmi e leggi di nuovo.
check-capture-xrun-why = I campioni persi dal computer non ci sono più, e i bordi sono ricuciti; in seguito nessuno può accorgersene ascoltando, quindi si contano durante la registrazione.

check-dropout-silent-title = Suono interrotto
check-dropout-silent-problem = Il suono si è interrotto per un momento.
check-dropout-silent-fix = Controlla il cavo o il collegamento senza fili e leggi di nuovo.
check-dropout-silent-why = Un vuoto riempito in mezzo a un suono è un buffer perso dal cavo, dal collegamento senza fili o dal driver, e un buco in una parola.

check-no-speech-title = Nessuna voce
check-no-speech-problem = Non si è sentita nessuna voce.
check-no-speech-fix = Controlla il microfono e leggi la frase ad alta voce.
check-no-speech-why = Una registrazione senza parlato sotto un testo insegna a un riconoscitore a scrivere parole nel rumore.

check-dropout-repeat-title = Suono ripetuto
check-dropout-repeat-problem = Il microfono ha ripetuto un pezzo di suono.
check-dropout-repeat-fix = Leggi di nuovo; se succede ancora, usa un’altra presa USB.
check-dropout-repeat-why = Un driver che consegna due volte un buffer balbetta come nessuna bocca fa; il suono analogico non si ripete mai fino all’ultimo bit.

check-clipped-title = Troppo forte, distorta
check-clipped-problem = La registrazione è troppo forte e distorta.
check-clipped-fix = Abbassa il volume del microfono o allontanati di una spanna.
check-clipped-why = I picchi tagliati non si riparano, e a un modello sembrano un’altra voce. Il controllo guarda i limiti della registrazione stessa, quindi abbassarla dopo non nasconde nulla.

check-start-cut-title = Inizio tagliato
check-start-cut-problem = Qualcuno stava già parlando quando la registrazione è iniziata.
check-start-cut-fix = Inizia un momento più tardi; se non eri tu, aspetta che ci sia silenzio.
check-start-cut-why = Manca il primo suono di una parola, quindi testo e audio non coincidono proprio dove un modello li allinea.

check-end-cut-title = Fine tagliata
check-end-cut-problem = Qualcuno stava ancora parlando quando la registrazione è finita.
check-end-cut-fix = Aspetta un momento prima di fermarla; se non eri tu, leggi di nuovo quando c’è silenzio.
check-end-cut-why = Manca la fine dell’ultima parola, quindi testo e audio non coincidono proprio dove un modello li allinea.

check-read-incomplete-title = Troppo corta per il testo
check-read-incomplete-problem = È troppo corta per la frase.
check-read-incomplete-fix = È stata letta tutta? Leggi di nuovo dall’inizio alla fine.
check-read-incomplete-why = Le parole che sono nel testo e non nell’audio sono il peggior errore di un corpus. Il tempo di lettura lo rivela appena si conosce il ritmo della persona.

check-read-too-long-title = Troppo lunga per il testo
check-read-too-long-problem = È troppo lunga per la frase.
check-read-too-long-fix = È stata letta due volte, o è stato detto altro? Leggi la frase una volta, e nient’altro.
check-read-too-long-why = Un testo letto due volte, o con altre parole, ha nell’audio parole che il testo non ha.

check-prompt-mismatch-title = Non è la frase
check-prompt-mismatch-problem = Ciò che si è sentito non è la frase.
check-prompt-mismatch-fix = Leggila com’è scritta.
check-prompt-mismatch-why = Una lettura scorrevole di un’altra frase supera ogni controllo del suono; solo le parole di un riconoscitore possono rivelarla.

check-duplicate-exact-title = Di nuovo la stessa registrazione
check-duplicate-exact-problem = Questa registrazione è uguale a un’altra.
check-duplicate-exact-fix = Leggi la frase; ogni frase vuole una registrazione tutta sua.
check-duplicate-exact-why = La stessa registrazione sotto due frasi significa che uno dei testi è sbagliato; due volte sotto una sola, conta doppia una voce.

check-duplicate-near-title = Copia di un’altra registrazione
check-duplicate-near-problem = Sembra la copia di un’altra registrazione.
check-duplicate-near-fix = Leggi la frase; ogni frase vuole una registrazione tutta sua.
check-duplicate-near-why = Una copia resa più forte, più corta o più rumorosa non è comunque una seconda lettura.

check-noisy-title = Rumore di fondo
check-noisy-problem = C’è troppo rumore di fondo.
check-noisy-fix = Chiudi la finestra, spegni i ventilatori o avvicinati al microfono.
check-noisy-why = Il tasso di errore sulle parole sale in fretta quando il rumore è a meno di 10 dB dalla voce.

check-narrowband-title = Suona come un telefono
check-narrowband-problem = Sembra il suono di un telefono.
check-narrowband-fix = Forse le cuffie sono in modalità chiamata; usa un cavo o il microfono integrato.
check-narrowband-why = Alla banda telefonica mancano i suoni che distinguono la s dalla f; in un corpus a banda larga insegna l’apparecchio invece della lingua.

check-format-low-title = Formato troppo basso
check-format-low-problem = Il formato di registrazione è troppo basso per questo progetto.
check-format-low-fix = Imposta il dispositivo su 16 bit e almeno sulla frequenza richiesta.
check-format-low-why = Una frequenza o un numero di bit sotto quanto chiede il progetto non si recupera convertendo il file.

check-channel-dead-title = Solo un lato ha suono
check-channel-dead-problem = Tra sinistra e destra, solo un lato porta suono.
check-channel-dead-fix = Si usa quel lato; controlla lo spinotto se li volevi entrambi.
check-channel-dead-why = Un lato non porta niente: lo spinotto è inserito a metà, o si voleva usare l’altro microfono.

check-channels-inverted-title = I lati si annullano
check-channels-inverted-problem = I due lati si annullano a vicenda.
check-channels-inverted-fix = Imposta il microfono su mono, o usane un altro.
check-channels-inverted-why = I due lati si annullano quando vengono mescolati in uno solo, e il parlato diventa debole o muto.

check-channels-differ-title = Due voci su due lati
check-channels-differ-problem = I due lati hanno voci diverse, e si usa un lato solo.
check-channels-differ-fix = Fai un file di ogni lato, o registra una persona alla volta.
check-channels-differ-why = Una chiamata o un’intervista ha una persona per lato. Un lato si usa e l’altro si scarta: le sue parole mancano, o sono nel testo e non nel suono.

check-too-quiet-title = Voce molto bassa
check-too-quiet-problem = In questa registrazione la voce si sente appena.
check-too-quiet-fix = Avvicinati o alza il volume del microfono.
check-too-quiet-why = Una voce molto bassa è più vicina al rumore dell’apparecchio, e un modello sente entrambi quando la si alza.

check-noise-gated-title = Tagli tra le parole
check-noise-gated-problem = L’apparecchio taglia il suono tra le parole.
check-noise-gated-fix = Disattiva la riduzione del rumore.
check-noise-gated-why = La riduzione del rumore taglia, insieme al rumore, i respiri e le finali deboli, e lascia buchi che nessuna stanza ha.

check-limited-title = Parti forti schiacciate
check-limited-problem = Le parti forti sono schiacciate.
check-limited-fix = Disattiva l’amplificazione e il volume automatico, o abbassa il volume del microfono.
check-limited-why = Guadagno automatico, amplificazione e limitatori schiacciano i suoni forti, e una registrazione saturata e ricampionata ha lo stesso aspetto.

check-hum-50-title = Ronzio elettrico, 50 Hz
check-hum-50-problem = C’è un ronzio elettrico.
check-hum-50-fix = Stacca il caricabatterie, o usa un’altra presa o un altro cavo.
check-hum-50-why = Il ronzio della rete elettrica sta sotto ogni parola della sessione; è facile toglierlo alla presa e difficile toglierlo dopo.

check-hum-60-title = Ronzio elettrico, 60 Hz
check-hum-60-problem = C’è un ronzio elettrico.
check-hum-60-fix = Stacca il caricabatterie, o usa un’altra presa o un altro cavo.
check-hum-60-why = Il ronzio della rete elettrica sta sotto ogni parola della sessione; è facile toglierlo alla presa e difficile toglierlo dopo.

check-rumble-title = Rimbombo basso
check-rumble-problem = C’è un rimbombo basso.
check-rumble-fix = Togli il microfono dal tavolo e riparalo dal vento.
check-rumble-why = Passi, vento e tavoli riempiono i suoni più bassi; un filtro li toglie, ma la causa spesso dà anche colpi che si sentono.

check-click-noise-title = Clic o colpo
check-click-noise-problem = C’è un clic o un colpo vicino alla voce.
check-click-noise-fix = Non toccare il tavolo, e aspetta un momento prima di premere il tasto.
check-click-noise-why = I tasti e i colpi accanto al parlato diventano suoni che un modello può imparare ad aspettarsi lì.

check-reverberant-title = La stanza rimbomba
check-reverberant-problem = La voce torna indietro dalle pareti.
check-reverberant-fix = Vai in una stanza con tende o un letto, e avvicinati al microfono.
check-reverberant-why = Una stanza che rimbomba confonde un suono con il successivo; l’eco si può aggiungere dopo, ma mai togliere.

check-level-changed-title = Voce più forte o più bassa di prima
check-level-changed-problem = La voce è molto più forte o più bassa di prima.
check-level-changed-fix = Siediti come all’inizio.
check-level-changed-why = Un cambio improvviso di livello significa che la persona o il microfono si è spostato, e con esso il resto della sessione.

check-room-changed-title = Lo sfondo è cambiato
check-room-changed-problem = Il rumore di fondo è più forte che all’inizio.
check-room-changed-fix = Si è acceso qualcosa? Spegnilo, o aspetta.
check-room-changed-why = Qualcosa si è acceso. Meglio accorgersene dopo una frase che dopo cento.

check-upsampled-title = Qualità inferiore a quella scelta
check-upsampled-problem = Il microfono dà un suono di qualità inferiore a quella impostata.
check-upsampled-fix = Nelle impostazioni audio scegli la frequenza propria del microfono.
check-upsampled-why = Il file è più grande di ciò che contiene, e un modello per il parlato a banda larga impara che gli acuti sono silenzio.

check-peak-hot-title = Quasi troppo forte
check-peak-hot-problem = È quasi troppo forte.
check-peak-hot-fix = Abbassa un po’ il volume del microfono.
check-peak-hot-why = Non resta quasi margine: la prossima parola più forte saturerà.

check-dc-offset-title = Scostamento elettrico
check-dc-offset-problem = L’ingresso del microfono aggiunge al suono uno scostamento elettrico costante.
check-dc-offset-fix = Leggi di nuovo. Se succede ancora, usa un’altra presa o un altro microfono.
check-dc-offset-why = Uno scostamento costante toglie margine e dà un clic a ogni taglio; la maggior parte degli apparecchi non ne ha.

check-pause-long-title = Pausa lunga
check-pause-long-problem = C’è una pausa lunga nel mezzo.
check-pause-long-fix = Leggi la frase tutta di seguito.
check-pause-long-why = Una lunga sosta nel mezzo è spesso una pagina girata o un secondo tentativo.

check-lead-silence-long-title = Silenzio lungo all’inizio
check-lead-silence-long-problem = C’è un silenzio lungo all’inizio.
check-lead-silence-long-fix = Non devi fare niente: verrà tagliato. La prossima volta inizia a parlare poco dopo aver visto REGISTRAZIONE.
check-lead-silence-long-why = Il silenzio costa spazio e tempo di addestramento; viene tagliato senza perdite.

check-trail-silence-long-title = Silenzio lungo alla fine
check-trail-silence-long-problem = C’è un silenzio lungo alla fine.
check-trail-silence-long-fix = Non devi fare niente: verrà tagliato. La prossima volta premi Invio poco dopo l’ultima parola.
check-trail-silence-long-why = Il silenzio costa spazio e tempo di addestramento; viene tagliato senza perdite.

check-mos-low-title = Forse suona male
check-mos-low-problem = Questa registrazione forse suona male.
check-mos-low-fix = Ascoltala e, se è così, leggi di nuovo.
check-mos-low-why = Un secondo parere su come suona; il modello nota appena la saturazione e le bande strette, quindi non sostituisce nessun altro controllo.

check-speech-doubtful-title = Forse non è una voce
check-speech-doubtful-problem = Questa forse non è una voce.
check-speech-doubtful-fix = Ascoltala e, se non parla nessuno, leggi di nuovo.
check-speech-doubtful-why = Ciò che il rilevatore ha preso per parlato può essere musica, un colpo di tosse o una porta.

check-channels-identical-title = Due lati uguali
check-channels-identical-problem = Sinistra e destra sono uguali: se ne salva una sola.
check-channels-identical-fix = Non devi fare niente; un ingresso mono risparmia spazio.
check-channels-identical-why = Va tutto bene; il file è solo grande il doppio del necessario.

## Findings that come from no check

check-interrupted-title = Registrazione interrotta
check-interrupted-problem = La registrazione è stata interrotta da un guasto o da un segnale.
check-interrupted-fix = Ascoltane la fine; leggi di nuovo se manca una parola.
check-interrupted-why = Una parola tagliata è nel testo e non nel suono, e insegna a un modello a tralasciare parole.

check-file-altered-title = File modificato
check-file-altered-problem = Il file non è quello che è stato registrato.
check-file-altered-fix = Rimetti il file registrato, o registra di nuovo.
check-file-altered-why = Nessuno può dire che cosa c’è in un file modificato dopo l’esame: il suo esito, il suo testo e il suo consenso sono quelli di un altro.

check-file-missing-title = File mancante
check-file-missing-problem = Il file non c’è.
check-file-missing-fix = Recuperalo da una copia, o registra di nuovo.
check-file-missing-why = Un testo senza il suo suono non insegna niente, e ciò che se ne conta è sbagliato.
