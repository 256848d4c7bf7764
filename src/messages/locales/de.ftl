# The words that a contributor can meet, in German.
# Register: du, as in the sheet and the consent text (de-DE); short, plain and friendly, never blaming.
# Words: recording (take) = Aufnahme; sentence (prompt) = Satz; one reading of a sentence = Lesung; sitting (session) = Sitzung;
# microphone = Mikrofon; break = Pause; receipt = Beleg; withdrawal code = Widerrufscode; sheet = Satzliste; speaker = Stimme.

## Verdicts

verdict-pass = GUT
verdict-warn = GEHT SO
verdict-reject = NOCHMAL

## The start of a sitting

welcome-head = { $title }  ({ $locale }, Stimme { $speaker }, { $device })
welcome-going-on = Es geht weiter. Schon aufgenommen: { $kept } von { $readings } Sätzen.
welcome-another = Beim letzten Mal war das Mikrofon { $before }, jetzt ist es { $now }.
welcome-readings =
    { $count ->
        [one] 1 Satz.
       *[other] { $count } Sätze.
    }
welcome-longest = Eine Aufnahme darf { $length } dauern. Wird sie länger, hört sie von selbst auf und lässt sich nicht verwenden.
welcome-patience = Läuft eine Aufnahme viel länger, als der Satz braucht, hört sie von selbst auf.
welcome-listening =
    Das Mikrofon ist ab jetzt bis zum Schluss an. Behalten wird, was zwischen einem Enter und dem nächsten liegt, und eine halbe Sekunde davor und danach.
welcome-keys = ? und Enter zeigt alle Tasten; nach jedem Buchstaben drückst du Enter.
recovered-saved =
    { $count ->
        [one] Die letzte Sitzung brach ab. 1 unfertige Aufnahme wurde gerettet.
       *[other] Die letzte Sitzung brach ab. { $count } unfertige Aufnahmen wurden gerettet.
    }
session-unreadable =
    Ein Ordner mit Aufnahmen lässt sich nicht lesen und bleibt, wie er ist: { $path } ({ $cause }). Zeig das der Person, die dir hilft.
recovered-torn = Die letzte Sitzung brach ab. Nichts, was du behalten hast, ist verloren.

clock-early = Die Uhr dieses Computers zeigt den { $date }; da gab es dieses Programm noch nicht. Stell Datum und Uhrzeit ein und starte neu: Aufnahmen mit diesem Datum und die Einwilligung dazu lassen sich später nicht verwenden.
clock-late = Die Uhr dieses Computers zeigt den { $date }; das liegt weit in der Zukunft. Stell Datum und Uhrzeit ein und starte neu: Aufnahmen mit diesem Datum und die Einwilligung dazu lassen sich später nicht verwenden.

## The room

room-listening =
    { $seconds ->
        [one] Bitte 1 Sekunde lang still sein: So wird gemessen, wie laut der Raum ist.
       *[other] Bitte { $seconds } Sekunden lang still sein: So wird gemessen, wie laut der Raum ist.
    }
room-silent = Kein Ton.
room-silent-advice = Es kommt nur Stille an. Ist das Mikrofon stummgeschaltet oder ein anderes gemeint?
room-loud = Der Raum ist laut.
room-loud-advice = Schließ das Fenster, schalte Lüfter aus oder geh näher ans Mikrofon.
room-quiet = Der Raum ist leise genug.
room-keys = Enter: noch einmal messen   g: trotzdem weiter   q: Schluss für heute

## The prompt and the take

media-sound = Zuerst wird ein Beispiel abgespielt. Sprich, wenn es zu Ende ist; e: noch einmal anhören
media-picture = Sieh dir dieses Bild an und sag, was dazugehört: { $path }
prompt-place = { $number } von { $readings }
prompt-reading = Lesung { $repetition } von { $repeat }
prompt-again = noch einmal
prompt-kept = behalten
prompt-of-attempts = Aufnahme { $attempt } von { $attempts }
take-length = { $seconds } s
take-stopped-long = Das war länger, als eine Aufnahme sein darf: { $length }. Sie wurde angehalten.
length-minutes =
    { $count ->
        [one] 1 Minute
       *[other] { $count } Minuten
    }
length-seconds =
    { $count ->
        [one] 1 Sekunde
       *[other] { $count } Sekunden
    }
take-also = auch: { $titles }
take-device = Besser wird es mit diesem Mikrofon nicht.
finding-said = { $problem } { $fix }
meter-clipped = zu laut
slept =
    { $seconds ->
        [one] Der Computer hat eine Sekunde lang geschlafen. Hier geht es weiter.
       *[other] Der Computer hat { $seconds } Sekunden lang geschlafen. Hier geht es weiter.
    }
device-searched = Das Mikrofon wird jede Sekunde gesucht, höchstens eine Minute lang. Sobald eins da ist, geht es weiter; q: Schluss für heute
device-muted = Das Mikrofon { $name } wurde stummgeschaltet: Es wird nur Stille aufgenommen. Schalte es in den Toneinstellungen des Systems ein.
device-unmuted = Das Mikrofon { $name } ist wieder an.
device-back = Es ist wieder ein Mikrofon da: { $name }. Es geht weiter.

## What holds for a microphone, before the first prompt, and what to do about it

remark-monitor = Das ist kein Mikrofon: Es nimmt auf, was aus dem Lautsprecher kommt.
    .wait = Wähle ein Mikrofon mit --device; `booth devices` zeigt alle.
remark-unplugged = In der Buchse dieses Mikrofons steckt nichts.
    .wait = Steck es ein oder wähle ein anderes mit --device; `booth devices` zeigt alle.
remark-muted = Dieses Mikrofon ist stummgeschaltet.
    .wait = Schalte es in den Toneinstellungen des Systems ein.
remark-volume = Die Lautstärke dieses Mikrofons steht im System auf { $percent } %.
    .wait = Stell sie in den Toneinstellungen auf 100 % und sprich stattdessen etwas lauter oder leiser.
remark-telephone = Dieses Mikrofon klingt wie ein Telefon ({ $rate }).
    .wait = So klingt ein Funk-Headset beim Telefonieren. Nimm eins mit Kabel oder das eingebaute Mikrofon.
remark-narrow = Dieses Mikrofon arbeitet mit { $rate }; gebraucht werden { $wanted } Hz.
    .wait = Wähle in den Toneinstellungen des Systems eine höhere Abtastrate oder ein anderes Mikrofon.

## What the recorder noticed

capture-lost = Der Computer war überlastet; etwas Ton ging verloren.
capture-stalled = Einen Moment lang kam kein Ton vom Mikrofon.
capture-missing = In dieser Aufnahme fehlt etwas Ton.
capture-silent = Es kam nur Stille an.
capture-clock = Die Uhr des Mikrofons läuft mit { $measured } Hz und nicht mit { $stated }.

## What the booth is doing

phase-idle = Die Sitzung hat noch nicht begonnen.
phase-showing = Bereit.
phase-recording = AUFNAHME
phase-judging = Einen Moment.
phase-verdict = Behalte sie oder lies noch einmal.
phase-paused = Pause.
nobody-heard = Zweimal war niemand zu hören. Bist du da?
phase-done = Alles ist gelesen.
phase-finished = Die Sitzung ist zu Ende.
done-all =
    { $readings ->
        [one] Der eine Satz ist aufgenommen.
       *[other] Alle { $readings } Sätze sind aufgenommen.
    }
done-some =
    { $left ->
        [one] Das war es fürs Erste: { $kept } von { $readings } aufgenommen, 1 ausgelassen.
       *[other] Das war es fürs Erste: { $kept } von { $readings } aufgenommen, { $left } ausgelassen.
    }
done-limit = So viel wolltest du heute lesen: { $kept } von { $readings } aufgenommen.

## The list of all sentences

reading-kept = behalten
reading-left-out = ausgelassen
reading-open = noch offen
reading-none = `{ $given }` ist kein Satz der Liste; möglich ist eine Nummer von 1 bis { $readings }. l: alle Sätze
report-ask = Was stimmt an diesem Satz nicht?
report-spelling = Da ist ein Fehler drin
report-unnatural = So sagt das niemand
report-unclear = Man kann ihn auf zwei Arten lesen
report-unfit = Das möchte ich nicht laut lesen
report-other = Etwas anderes
report-keys = Gib eine Nummer ein, wenn du magst mit weiteren Worten dahinter. Enter: doch nichts
report-thanks = Danke: weitergegeben.
report-none = Nichts wurde weitergegeben.

## Keys

keys-showing = Enter: aufnehmen   s: auslassen   b: zurück   q: Schluss für heute
keys-recording = Lies jetzt. Enter: anhalten
keys-verdict = Enter: behalten   r: noch mal lesen   p: anhören   s: auslassen   b: zurück
keys-rejected = Enter: noch mal lesen   k: trotzdem behalten   p: anhören   s: auslassen
keys-kept = Enter: weiter   r: noch mal lesen   p: anhören   d: löschen   b: zurück
keys-attempts = <  >: die Aufnahme davor oder danach
keys-delete = Aufnahme endgültig löschen? Niemand kann sie zurückholen.   d: löschen   Enter: nein
keys-paused = Enter: weiter   q: Schluss für heute
keys-done = Enter: beenden   b: zurück zum letzten   u: Entscheidung zurücknehmen   l: alle Sätze
keys-hands-free = Lies jeden Satz, sobald du magst; weiter geht es von selbst. q: Schluss   w: Pause   ?: alle Tasten
key-unknown = `{ $key }` ist hier keine Taste; ? zeigt alle Tasten.
key-arrows = Pfeile und andere Sondertasten bewirken hier nichts; ? zeigt alle Tasten.
help-enter = aufnehmen; anhalten; eine gute behalten; sonst noch mal lesen
    .key = Enter
help-keep = diese Aufnahme behalten
    .key = k
help-redo = noch mal lesen; die Aufnahme bleibt, bis du eine andere behältst
    .key = r
help-play = diese Aufnahme anhören; bei einem Satz die letzte davon
    .key = p
help-hear = das Beispiel zu diesem Satz noch einmal anhören
    .key = e
help-skip = auslassen, wenn du magst mit Grund; am Ende kommt der Satz wieder
    .key = s [GRUND]
help-report = melden, dass an diesem Satz etwas nicht stimmt
    .key = x [WAS]
help-back = zurück zum vorigen Satz
    .key = b
help-choose = die Aufnahme davor oder danach vom selben Satz ansehen
    .key = <  >
help-undo = die letzte Entscheidung zurücknehmen, so oft du magst
    .key = u
help-delete = diese Aufnahme endgültig löschen; vorher wird gefragt
    .key = d
help-list = alle Sätze zeigen, und was aus jedem wurde
    .key = l
help-goto = zum Satz mit dieser Nummer in der Liste gehen
    .key = g NUMMER
help-help = diese Übersicht
    .key = ?
help-pause = Pause machen
    .key = w
help-mode = wie eine Aufnahme endet: durch dich, durch Stille oder alles von selbst; jedes m schaltet eins weiter
    .key = m
help-quit = Schluss für heute; beim nächsten Start geht es hier weiter
    .key = q
help-interrupt = sofort aufhören (Strg und C); was du behalten hast, ist sicher
    .key = Ctrl-C

## Why a command cannot be followed now

refusal-recording = Eine Aufnahme läuft. Drücke erst Enter, um sie anzuhalten.
refusal-not-recording = Gerade wird nichts aufgenommen.
refusal-judging = Einen Moment, die Aufnahme wird gerade geprüft.
refusal-undecided = Behalte erst diese Aufnahme oder lies noch einmal.
refusal-no-take = Von diesem Satz gibt es noch keine Aufnahme.
refusal-no-sound = Zu diesem Satz gibt es kein Beispiel zum Anhören.
refusal-silent = In dieser Aufnahme ist keine Stimme, darum kann sie nicht behalten werden. Lies noch einmal oder lass den Satz aus.
refusal-cut-short = Diese Aufnahme brach ab, darum kann sie nicht behalten werden. Lies noch einmal.
refusal-no-such-take = In dieser Richtung gibt es keine weitere Aufnahme von diesem Satz.
refusal-elsewhere = Diese Aufnahme stammt aus einer früheren Sitzung mit anderen Geräten und kann von hier aus nicht gelöscht werden.
refusal-not-asked = Es wurde nichts gefragt.
refusal-nothing-to-undo = In dieser Sitzung wurde nichts entschieden, was sich zurücknehmen ließe.
refusal-unseen = Das kam, bevor es etwas zu beantworten gab.
refusal-done = Alles ist gelesen. Geh erst zu einem Satz zurück.
refusal-kept = Diese Aufnahme hast du schon behalten.
refusal-nothing-before = Davor gibt es nichts.
refusal-unknown-prompt = Diesen Satz gibt es in der Satzliste nicht.
refusal-paused = Es ist Pause. Drücke Enter, um weiterzumachen.
refusal-not-paused = Es ist gerade keine Pause.
refusal-device-lost = Das Mikrofon ist weg. Sobald eins da ist, geht es weiter.
refusal-not-open = Die Sitzung ist zu Ende.

## Why a recording stopped

stop-user = Du hast sie angehalten.
stop-end = Der Ton war zu Ende.
stop-length = Sie war länger, als eine Aufnahme sein darf.
stop-interrupted = Die Sitzung wurde mittendrin beendet.
stop-device-lost = Das Mikrofon war plötzlich weg.
stop-disk = Sie ließ sich nicht speichern.
stop-discarded = Sie war ein Versehen und wird verworfen.
stop-unknown = Sie hörte auf.

## The end of a sitting

close-finished = Alles ist gelesen.
close-limit = Diese Sitzung ist lang genug.
close-quit = Schluss für heute.
close-interrupted = Angehalten, wie gewünscht.
close-nobody = Es war niemand zu hören, darum ist Schluss.
close-error = Die Sitzung musste enden.
close-device-changed = Das Mikrofon wurde gewechselt.
close-recovered = Was abgebrochen war, ist in Ordnung gebracht.
close-unknown = Die Sitzung ist zu Ende.
farewell-given =
    { $count ->
        [one] Du hast in dieser Sitzung 1 Satz gelesen, insgesamt { $all } ({ $minutes } Minuten).
       *[other] Du hast in dieser Sitzung { $count } Sätze gelesen, insgesamt { $all } ({ $minutes } Minuten).
    }
farewell-done = Das war alles. Vielen Dank!
farewell-left =
    { $count ->
        [one] 1 Satz ist noch übrig. So geht es weiter:
       *[other] { $count } Sätze sind noch übrig. So geht es weiter:
    }
farewell-where = Deine Aufnahmen liegen in { $path }
farewell-contact = Gib sie an { $name }, { $contact }.
farewell-contact-unnamed = Gib sie der Person, die dich darum gebeten hat.

## Questions

question-speaker = Wer liest: { $speakers }? (Enter: jemand Neues)
question-new-speaker = Hier heißt niemand `{ $speaker }`. Gib den Namen noch einmal ein, um als jemand Neues anzufangen, oder den, den du gemeint hast:
question-adult = Ich bin in meinem Land volljährig
question-contact = Wie wir dich erreichen; es wird getrennt von den Aufnahmen aufbewahrt
page-more = Enter: weiterlesen
form-uses = Ihr dürft
form-about = Über dich, wenn du magst
form-ticked = [x]
form-open = [ ]
form-needed = (nötig)
form-left-out = -
form-keys =
    Nummer und Enter kreuzt eine Zeile an oder macht sie leer; oder Nummer und Worte, etwa: { $example } Mitte vierzig
    Nur Enter: alles ist so, wie ich es will.   q: verlassen, und nichts wird behalten
form-lacking = Ohne { $numbers } kann nichts aufgenommen werden.
form-unknown = `{ $given }` ist keine Zeile des Formulars; möglich sind Nummern von 1 bis { $last }.
form-no-words = Zu Zeile { $number } gehören keine Worte: Die Nummer allein kreuzt sie an oder macht sie leer.
form-words = Zu Zeile { $number } gehören Worte: Schreib sie hinter die Nummer. Ein - nach der Nummer macht sie leer.
about-gender = Dein Geschlecht, in deinen Worten
about-age = Dein Alter, gern auch ungefähr, etwa Mitte dreißig
about-accent = Dein Akzent oder deine Gegend
about-native-language = Deine Muttersprache

## Uses that are asked for; each goes on with "You may"

scope-asr = meine Aufnahmen für Spracherkennung nutzen: Maschinen lernen, Gesprochenes zu verstehen
scope-tts = damit eine künstliche Stimme erzeugen, die wie meine klingen kann
scope-speaker-id = damit Maschinen beibringen, an der Stimme zu erkennen, wer gerade spricht
scope-evaluation = damit bewerten, wie gut solche Systeme arbeiten
scope-share-gated =
    { $licence ->
        [none] sie an Personen weitergeben, die Nutzungsbedingungen unterschrieben haben
       *[other] sie unter der Lizenz { $licence } an Personen weitergeben, die Nutzungsbedingungen unterschrieben haben
    }
scope-share-open =
    { $licence ->
        [none] sie offen veröffentlichen: Jeder kann sie herunterladen und verwenden
       *[other] sie unter der Lizenz { $licence } offen veröffentlichen: Jeder kann sie herunterladen und so verwenden, wie sie es erlaubt
    }
scope-contact-again = mich wieder um Aufnahmen bitten

## The receipt

consent-holds = Deine Einwilligung vom { $date } (Beleg { $receipt }) gilt weiterhin.
project-used = Projekt: { $path }
receipt-where = Dein Beleg mit dem Widerrufscode: { $path }
receipt-code = Widerrufscode: { $code }   (heb ihn auf; er ist sonst nirgends gespeichert)
controller-unnamed = die Person, die diese Aufnahmen sammelt
contact-unnamed = die Person, die dich um diese Aufnahmen gebeten hat
copy-consent = Einwilligung
copy-consent-said = gegeben am { $date } (UTC), dein Exemplar
copy-receipt = Beleg
copy-speaker = Du bist
copy-speaker-said = Stimme { $speaker } (bei deinen Aufnahmen ist kein Name gespeichert)
copy-controller = Gegeben an
copy-contact = Kontakt
copy-until = Gültig bis
copy-yes = ja
copy-no = nein
copy-licence = Lizenz
copy-code = Widerrufscode
copy-withdraw = Widerrufen
copy-keep = Heb diesen Code auf: Er ist sonst nirgends gespeichert und beweist, dass die Aufnahmen von dir sind.
copy-text = Der Text, der dir gezeigt wurde ({ $locale }):
withdrawal-by-code = Nenne dem Kontakt oben den Widerrufscode; einen Grund brauchst du nicht.
gone-head = Widerrufen am { $date } (UTC), Nummer { $id }
gone-speaker = Du hast alles zurückgezogen, was du bis dahin aufgenommen hattest.
gone-session = Du hast eine Sitzung zurückgezogen.
gone-take = Du hast eine Aufnahme zurückgezogen.
gone-scope = Von jetzt an wird das damit nicht mehr getan: { $scope }. Sonst ändert sich nichts.
gone-deleted = Endgültig gelöscht: Aufnahmen: { $takes }, Sekunden Ton: { $seconds }. Eine Suche danach hat nichts mehr davon gefunden.
gone-no-release = Es war noch nicht veröffentlicht.
gone-releases = Es ist in Ausgaben, die schon draußen sind: { $releases }. Wer eine davon hat, wird aufgefordert, es dort zu löschen.
gone-models = Was vorher aus einer veröffentlichten Ausgabe gelernt wurde, lässt sich aus einem trainierten Modell nicht mehr herausnehmen.
gone-next = Die nächste Ausgabe entsteht ohne es. Heb diesen Brief auf: Er ist der Nachweis.
mine-head = Alles, was hier von dir aufbewahrt wird, kopiert am { $date } (UTC)
mine-sessions = Sitzungen: { $count }, jede in einem eigenen Ordner unter sessions/.
mine-files = In jedem: deine Aufnahmen in audio/, was dir gezeigt und was dazu gemessen und gesagt wurde in takes.jsonl, was Programme gehört haben in transcripts.jsonl, wozu du zugestimmt hast in consent/.
mine-receipts = In receipts/: deine Belege, Briefe und was du dazu gesagt hast, wie du erreichbar bist.
mine-rights = Es gehört dir: Lies es, behalte es, gib es, wem du magst. Mit dem Code auf deinem Beleg kannst du alles zurückziehen.
feedback-head = Was aus deinen Aufnahmen geworden ist, von denen, die sie sammeln
feedback-thanks = Bisher angenommen: { $count }. Danke für jede einzelne.
feedback-again = Bitte noch einmal lesen: { $count }, etwa { $minutes } Min.
feedback-nothing = Nichts muss noch einmal gelesen werden.
feedback-why = { $count } × { $why }
feedback-advice = Das meiste hat eine Ursache. Bevor du weitermachst: { $fix }
feedback-here = Bitte noch einmal: { $problem }
feedback-heard = Jemand hat es angehört und bittet darum, es noch einmal zu lesen. Lies es in Ruhe, so wie du es zu Hause sagen würdest.
feedback-how = Lege dazu diese Datei neben den Ordner mit deinen Aufnahmen und nimm auf wie immer.
feedback-of-another = Diese Rückmeldung ist für { $given }, und es liest { $wanted }.
feedback-elsewhere = Außerdem, für andere Blätter oder Sprachen oder nicht mehr im Blatt: { $count }.
feedback-unreadable = Eine Rückmeldung lässt sich nicht lesen, { $path }: { $cause }
hand-in-made = Deine Datei zum Abgeben: { $files } – ihr Code ist { $code }.
hand-in-nothing = Es gibt nichts, was nicht schon abgegeben wurde.
hand-in-lacking = Nicht alles konnte in die Datei: { $count }. Sag es denen, die dich um die Aufnahmen gebeten haben.
farewell-bundle = Um daraus eine Datei zum Abgeben zu machen:

## The page in the browser: what is said of a sitting

language-name = Deutsch
page-link = Öffne diesen Link im Browser dieses Computers; er öffnet die Seite ein einziges Mal:
page-address = In einem Browser, in dem die Seite schon offen war, öffnet { $address } sie wieder.
page-running = Die Seite ist schon offen; sie wird noch einmal geöffnet.
page-no-browser = es lässt sich kein Browser öffnen ({ $cause }); öffne den Link oben
page-no-server = die Seite lässt sich nicht bereitstellen: { $cause }
    .hint = vielleicht verhindert es ein anderes Programm; `booth record` nimmt im Terminal auf
page-alone = zehn Minuten lang hat niemand auf die Seite geschaut
page-over-said = Booth ist beendet. Du kannst diese Seite schließen.
page-trouble = Das hat nicht geklappt
page-start = Was möchtest du lesen?
page-sheet-languages =
    { $count ->
        [one] 1 Sprache
       *[other] { $count } Sprachen
    }
page-consent = Bevor du anfängst
page-sound = Tonprobe
page-microphone-say = Sag etwas, während die Mikrofone zuhören, zum Beispiel, was du um dich herum siehst.
page-was-away = Die Seite wurde geschlossen, darum wurde die Aufnahme angehalten; sie ist gespeichert.
page-device-searched = Das Mikrofon wird jede Sekunde gesucht, höchstens eine Minute lang. Sobald eins da ist, geht es weiter.
page-device-advice = Steck es wieder ein oder wähle ein anderes Mikrofon.
page-device-busy = Schließ das andere Programm, das es benutzt, oder wähle ein anderes Mikrofon.
page-device-denied = Erlaube Booth in den Datenschutzeinstellungen dieses Computers, das Mikrofon zu benutzen.
page-picture-alt = Das Bild zu diesem Satz
page-delete-ask = Diese Aufnahme endgültig löschen? Niemand kann sie zurückholen.
page-kept = { $kept } von { $readings } aufgenommen
page-minutes = { $minutes } Minuten aufgenommen
page-left =
    { $count ->
        [one] noch etwa 1 Minute
       *[other] noch etwa { $count } Minuten
    }
page-refused-recording = Eine Aufnahme läuft. Halte sie erst an.
page-refused-paused = Es ist Pause. Mach erst weiter.
page-reason-hard-to-say = Schwer auszusprechen
page-reason-wrong-sentence = Damit stimmt etwas nicht
page-reason-not-now = Jetzt nicht
page-verdict-pass = Gut
page-verdict-warn = Bitte prüfen
page-verdict-reject = Noch mal lesen
page-end = Vielen Dank
page-end-left =
    { $count ->
        [one] 1 Satz ist noch übrig. Du kannst jetzt weitermachen oder Booth an einem anderen Tag wieder starten.
       *[other] { $count } Sätze sind noch übrig. Du kannst jetzt weitermachen oder Booth an einem anderen Tag wieder starten.
    }
page-end-withdraw = Du kannst deine Aufnahmen jederzeit zurückziehen: Nenne der Person, die dich darum gebeten hat, den Widerrufscode auf deinem Beleg. Einen Grund brauchst du nicht.
break-offer = Du liest schon eine halbe Stunde. Magst du eine Pause machen?
mode-said = Aufnahme ab jetzt: { $mode }.
mode-manual = von Hand
mode-auto-stop = hält von selbst an
mode-hands-free = freihändig

## How a microphone does, in a word or two

figure-voice = Deine Stimme
figure-voice-none = nicht zu hören
figure-voice-faint = schwach
figure-voice-good = gut
figure-voice-strong = kräftig
figure-voice-loud = zu laut
figure-room = Der Raum
figure-room-quiet = leise
figure-room-heard = etwas zu hören
figure-room-loud = laut
figure-band = Der Klang
figure-band-full = voll
figure-band-narrow = etwas dumpf
figure-band-telephone = wie am Telefon

## The page in the browser: its fixed words

# Whole page
page-name = Booth
page-go-on = Weiter
page-back = Zurück
page-close = Schließen
page-note-info = Hinweis
page-note-warn = Achtung
page-note-bad = Problem
# Full screen when the program does not answer any more
page-gone = Booth läuft nicht mehr
page-gone-safe = Alles, was du behalten hast, liegt sicher auf diesem Computer.
page-gone-how = Um weiterzumachen, starte Booth noch einmal wie vorher. Dann kommt diese Seite von selbst zurück, oder eine neue geht auf.
page-gone-trying = Diese Seite sucht nach Booth.
page-elsewhere = Booth ist in einem anderen Tab offen
page-elsewhere-what = Es kann immer nur ein Tab aufnehmen.
page-take-over = Diesen Tab benutzen

# Start: what to read
page-language = Sprache dieser Seite
page-sheet = Was du liest
page-locale = Sprache der Sätze
page-begin = Anfangen

# Who reads
page-who = Wer liest?
page-who-why = Wähle einen erfundenen Namen, nie deinen echten. Möglich sind kleine Buchstaben von a bis z (ohne ä, ö, ü und ß) und Ziffern.
page-who-before = Ich habe hier schon gelesen
page-who-new = Ich bin neu hier
page-who-name = Erfundener Name

# Consent
page-consent-adult = Zuallererst
page-consent-uses = Ihr dürft
page-consent-about = Über dich, wenn du magst
page-consent-needed = nötig
page-consent-nothing = Nichts ist vorab angekreuzt. Erlaubt ist nur, was du ankreuzt.
page-agree = Zustimmen und weiter
page-refuse = Verlassen, und nichts wird behalten

# Microphone
page-microphone-listening = Alle Mikrofone hören zu
page-microphone-choose = Wähle ein Mikrofon
page-microphone-none = Kein Mikrofon gefunden
page-microphone-waiting = wartet
page-microphone-listens = hört zu
page-microphone-failed = geht nicht
page-microphone-best = Am besten für deine Stimme
page-microphone-default = Vom Computer gewählt
page-microphone-chosen = Gewählt
page-microphone-use = Dieses nehmen
page-microphone-level = Wie laut es dich hört
page-listen = Noch einmal zuhören

# Sound check
page-check = Tonprobe beginnen
page-check-again = Noch einmal proben
page-check-stop = Ich bin fertig
page-check-anyway = Trotzdem weiter
page-check-room = Bitte still sein
page-check-sentence = Lies das jetzt laut vor
page-check-judging = Einen Moment
page-check-passed = Du klingst gut
page-check-good = gut
page-check-poor = noch nicht gut
page-seconds-left = Sekunden übrig

# Booth: what is going on now
page-phase-showing = Bereit
page-phase-recording = Aufnahme
page-phase-judging = Einen Moment
page-phase-verdict = Deine Aufnahme
page-phase-paused = Pause
page-phase-done = Alles ist gelesen
page-phase-lost = Kein Mikrofon
page-previous = Davor
page-next = Danach
page-sentence = Lies das laut vor
page-controls = Knöpfe
page-again = Noch einmal
page-picture = Bild

# Booth: what can be done (buttons)
page-record = Aufnehmen
page-stop = Anhalten
page-keep = Behalten
page-keep-anyway = Trotzdem behalten
page-redo = Noch mal lesen
page-play = Anhören
page-play-stop = Anhören beenden
page-skip = Auslassen
page-back-step = Zurück
page-undo = Zurücknehmen
page-delete = Löschen
page-delete-yes = Endgültig löschen
page-delete-no = Nicht löschen
page-cancel = Abbrechen
page-discard = Verwerfen
page-pause = Pause machen
page-resume = Weiter
page-quit = Schluss für heute
page-list = Alle Sätze
page-hint = Tipp zeigen
page-hint-hide = Tipp ausblenden
page-hear = Beispiel anhören
page-report = Stimmt etwas an diesem Satz nicht?
page-hold = Zum Aufnehmen halten
page-release = Loslassen zum Anhalten

# Booth: the recording just made
page-take-kept = behalten
page-take-earlier = frühere Aufnahme
page-take-others = Weitere Anmerkungen
page-take-fix = Versuch zuerst das
page-take-wave = Bild deiner Aufnahme
page-take-speech = deine Stimme
page-take-attempts = Aufnahmen von diesem Satz
page-attempt = Aufnahme
page-skip-why = Warum lässt du diesen Satz aus?
page-skip-plain = Ohne Grund
page-report-why = Was stimmt an diesem Satz nicht?
page-who-is-there = Ich bin da

# Booth: the level of the microphone
page-meter = Lautstärke
page-meter-silent = Kein Ton
page-meter-room = Noch keine Stimme
page-meter-quiet = Etwas leise
page-meter-good = Gut
page-meter-high = Etwas laut
page-meter-loud = Zu laut

# List of all sentences
page-list-loading = Einen Moment
page-list-all = Alle

# Settings
page-settings = Einstellungen
page-settings-mode = So endet eine Aufnahme
page-mode-manual = Ich halte sie selbst an
page-mode-auto-stop = Sie hält an, wenn ich still bin
page-mode-hands-free = Sie beginnt und endet von selbst
page-settings-hold = Taste oder Knopf beim Lesen gedrückt halten
page-settings-auto-play = Aufnahmen mit Anmerkung gleich vorspielen
page-settings-keys = Tasten der Tastatur benutzen
page-settings-keys-which = Tasten
page-settings-key-change = Taste ändern
page-settings-key-press = Drücke eine Taste
page-settings-key-reset = Alle Tasten zurücksetzen
page-settings-key-fixed = Leertaste und Enter tun immer, was auf dem großen Knopf steht.
page-key-space = Leertaste
page-key-enter = Enter
page-key-escape = Esc

# End
page-end-again = Weiterlesen
page-end-finish = Beenden
page-hand-in = Eine Datei zum Abgeben machen
page-end-where = Deine Aufnahmen
page-receipt = Dein Beleg
page-receipt-code = Widerrufscode
page-receipt-copy = Code kopieren
page-receipt-copied = Kopiert
page-receipt-print = Diese Seite drucken
page-withdraw = Falls du es dir anders überlegst

# Trouble, and the last page
page-retry = Noch einmal versuchen
page-over = Du kannst diese Seite jetzt schließen.

# The button that opens the rest of the buttons on a small screen, and the heading of what it opens
page-menu = Mehr

## Trouble: no capital and no full stop, as it stands behind "trouble:" or "error:"

trouble-head = Problem
trouble-said = { $head }: { $message }
trouble-hint = Tipp: { $hint }

# The microphone and the loudspeaker; $direction is input or output.

-plug-in = steck es wieder ein oder wähle mit --device ein anderes; dann starte denselben Befehl, um weiterzumachen
-devices = `booth devices` zeigt, was es gibt
device-lost-gone = das Mikrofon `{ $name }` wurde abgezogen
    .wait = Steck es wieder ein.
    .hint = { -plug-in }
device-lost-invalidated = das Mikrofon `{ $name }` wurde vom System verändert und muss neu geöffnet werden
    .wait = Es wird neu geöffnet.
    .hint = { -plug-in }
device-lost-host = das Tonsystem des Computers wurde beendet und mit ihm das Mikrofon `{ $name }`
    .wait = Es kommt mit dem Tonsystem zurück.
    .hint = { -plug-in }
device-lost-errors = das Mikrofon `{ $name }` meldet nur noch Fehler
    .wait = Zieh es ab und steck es wieder ein.
    .hint = { -plug-in }
device-lost-changed = das System hat ein anderes Mikrofon gewählt als `{ $name }`
    .wait = Es geht mit dem weiter, das jetzt gewählt ist.
    .hint = { -plug-in }
device-lost-suspended = das Mikrofon `{ $name }` wurde vom System schlafen gelegt
    .wait = Weck es in den Toneinstellungen des Systems auf oder steck es neu ein.
    .hint = weck es in den Toneinstellungen des Systems auf oder wähle ein anderes mit --device; dann starte denselben Befehl, um weiterzumachen
device-lost-silent = das Tonsystem des Computers antwortet nicht, und vom Mikrofon `{ $name }` kommt nichts
    .wait = Es geht weiter, sobald das Tonsystem wieder antwortet.
    .hint = starte den Soundserver neu, dann denselben Befehl, um weiterzumachen
device-no-audio = vom Mikrofon `{ $name }` kommt kein Ton
    .wait = Sieh nach, ob es eingesteckt und eingeschaltet ist.
    .hint = sieh nach, ob es eingesteckt ist und nicht schläft, oder wähle ein anderes mit --device
device-not-back =
    { $seconds ->
        [one] innerhalb von 1 Sekunde kam kein Mikrofon zurück
       *[other] innerhalb von { $seconds } Sekunden kam kein Mikrofon zurück
    }
    .hint = { -plug-in }
device-closed = das Mikrofon ist geschlossen
device-no-thread = der Programmteil, der dem Mikrofon zuhört, lässt sich nicht starten
device-search-ended = die Suche nach einem Mikrofon wurde beendet
device-search-failed = die Suche nach einem Mikrofon lässt sich nicht starten
-plug-one-in = steck eins ein oder nimm mit --device file:PFAD aus Dateien auf
device-no-card = es gibt kein Mikrofon: Dieser Computer hat keine Soundkarte, und kein Soundserver antwortet
    .hint = { -plug-one-in }
device-none = es gibt kein Mikrofon: Das System bietet keins an
    .hint = { -plug-one-in }
device-missing =
    { $direction ->
        [output] es gibt keinen Lautsprecher `{ $name }`
       *[input] es gibt kein Mikrofon `{ $name }`
    }
    .hint = { -devices }
device-silent =
    { $direction ->
        [output] der Lautsprecher `{ $name }` antwortet nicht
       *[input] das Mikrofon `{ $name }` antwortet nicht
    }
    .hint = starte den Soundserver neu oder wähle ein anderes Gerät; `booth devices` zeigt alle
device-busy =
    { $direction ->
        [output] der Lautsprecher `{ $name }` wird von einem anderen Programm benutzt
       *[input] das Mikrofon `{ $name }` wird von einem anderen Programm benutzt
    }
    .hint = schließ das andere Programm oder wähle ein anderes Gerät; `booth devices` zeigt alle
device-denied =
    { $direction ->
        [output] das System erlaubt nicht, den Lautsprecher `{ $name }` zu benutzen
       *[input] das System erlaubt nicht, das Mikrofon `{ $name }` zu benutzen
    }
    .hint =
        { $system ->
            [linux] lass dich in die Gruppe `audio` aufnehmen oder starte den Soundserver deines Desktops
           *[other] erlaube diesem Terminal den Zugriff in den Datenschutzeinstellungen des Systems
        }
device-is-file =
    { $direction ->
        [output] `{ $name }` ist eine Datei und kein Lautsprecher
       *[input] `{ $name }` ist eine Datei und kein Mikrofon
    }
device-no-format =
    { $count ->
        [0] das Mikrofon `{ $name }` kann keins der Formate { $usable }; es kann andere
       *[other] das Mikrofon `{ $name }` kann keins der Formate { $usable }; es kann { $formats }
    }
    .hint = nimm dasselbe Gerät mit plughw: statt hw:, das wandelt um, oder alsa:default
device-unusable =
    { $direction ->
        [output] `{ $name }` lässt sich nicht als Lautsprecher verwenden: { $cause }
       *[input] `{ $name }` lässt sich nicht als Mikrofon verwenden: { $cause }
    }
    .hint = { -devices }
device-no-server = hinter `{ $name }` steht kein Soundserver
    .hint = starte den Soundserver deines Desktops oder wähle ein anderes Gerät; `booth devices` zeigt alle
device-fails =
    { $direction ->
        [output] der Lautsprecher `{ $name }` lässt sich nicht öffnen: { $cause }
       *[input] das Mikrofon `{ $name }` lässt sich nicht öffnen: { $cause }
    }
    .hint = { -devices }
playback-no-format = der Lautsprecher `{ $name }` kann kein Format, das sich abspielen lässt
    .hint = wähle einen anderen; `booth devices` zeigt alle
playback-stopped = der Lautsprecher `{ $name }` hörte nach { $played } von { $frames } Abtastwerten auf
    .hint = wähle einen anderen Lautsprecher; `booth devices` zeigt alle

# The disk.

-may-write = wähle einen Ordner, in den du schreiben darfst, oder ändere seine Rechte
storage-missing = es gibt keine Datei und keinen Ordner { $path }
storage-denied = das System erlaubt den Zugriff auf { $path } nicht: keine Berechtigung
    .hint = { -may-write }
storage-full = { $path } lässt sich nicht speichern: Der Datenträger ist voll
    .hint = schaff etwas Platz, dann starte denselben Befehl noch einmal
storage-read-only = { $path } lässt sich nicht speichern: Das Dateisystem ist nur lesbar
    .hint = { -may-write }
storage-exists = { $path } gibt es schon
storage-failed = der Datenträger oder das System versagt bei { $path }: { $cause }
-wait = warte, bis es fertig ist, oder nimm einen anderen Ordner
storage-in-use = das wird gerade von { $holder } benutzt
    .hint = { -wait }
storage-in-use-by-another = das wird gerade von einem anderen Programm benutzt
    .hint = { -wait }
storage-held = das wird gerade von { $holder } benutzt
    .hint = warte, bis es fertig ist; wenn hier niemand arbeitet (dieser Datenträger kann nicht sperren, vielleicht fiel der Strom aus), lösche { $path } und starte neu
storage-no-locks = Dieser Datenträger kann Dateien nicht sperren, wie manche Netzlaufwerke: { $path }. Es geht trotzdem weiter, und eine Datei dort hält ein zweites Booth fern. Lass immer nur einen Computer in diesem Ordner arbeiten und mach Sicherungskopien.
storage-journal = das Protokoll ließ sich vorher nicht schreiben
    .hint = starte denselben Befehl noch einmal; was behalten wurde, ist sicher

# The sheet and the sitting.

sheet-empty = die Satzliste hat in keiner Sprache Sätze
    .hint = schreib sie in <Sprache>.tsv neben sheet.toml oder gib den Ordner einer anderen Satzliste an
sheet-languages = die Satzliste hat mehrere Sprachen: { $languages }
    .hint = sag mit --locale, welche gelesen wird
sheet-no-prompt = die Satzliste hat keinen Satz `{ $prompt }`
    .hint = `booth prompts show` zeigt die Kennungen
sheet-unknown = es gibt keinen Ordner `{ $place }` und im Programm keine Satzliste, die so heißt
    .hint = das Programm hat: { $names }; oder gib den Ordner an, in dem sheet.toml liegt
speaker-unknown = es ist nicht bekannt, wer spricht
prompt-none = es gibt keinen Satz zum Aufnehmen
take-changed = die Aufnahme kam verändert zurück

# Consent.

-ask-again = starte `booth record` ohne --consent, dann wirst du noch einmal gefragt
consent-of-another = die Einwilligung gehört zu Stimme `{ $given }`, nicht zu `{ $wanted }`
    .hint = gib --speaker { $given } an oder einen anderen Beleg
consent-of-another-text = die Einwilligung wurde zu einem anderen Text gegeben als dem jetzigen
    .hint = { -ask-again }
receipts-no-place = neben den Aufnahmen ist kein Platz für die Belege der Personen, die sprechen
    .hint = nimm mit --into in einen eigenen Ordner auf
consent-yet-to-come = die Einwilligung wurde am { $date } beantwortet, und das liegt in der Zukunft
    .hint = sieh nach, ob die Uhr dieses Computers stimmt
consent-ended = die Einwilligung endete am { $date }
    .hint = { -ask-again }
consent-without-asr = der Spracherkennung (asr) wurde nicht zugestimmt
    .hint = ohne sie wird nichts aufgenommen; wer noch einmal gefragt wird, kann die Antwort ändern
consent-not-given = es wird nichts aufgenommen: Spracherkennung wurde nicht erlaubt
    .hint = diese Satzliste wird für Spracherkennung aufgenommen; von dir wurde nichts gespeichert
consent-open = nicht alle Fragen zur Einwilligung sind beantwortet
consent-not-signed = die Einwilligung ist nicht gegeben
consent-missing = ohne Beleg über die Einwilligung wird nichts aufgenommen
    .hint = beantworte die Fragen zur Einwilligung oder gib einen Beleg mit --consent DATEI an
flags-of-consent = --yes und --grant oder --consent DATEI
consent-unasked = ohne Einwilligung wird nichts aufgenommen, und hier kann niemand gefragt werden
    .hint = antworte mit { $flag }
consent-adults = allein können hier nur Erwachsene aufnehmen
    .hint = den Beleg von Eltern oder Vormund gibst du mit --consent DATEI an
consent-no-text = es gibt keinen Einwilligungstext für { $locale }
    .hint = schreib consent/{ $locale }.txt neben sheet.toml
consent-no-use = `{ $scope }` gehört nicht zu den Nutzungen; möglich sind { $allowed }
consent-use-not-asked = nach der Nutzung { $scope } wird hier nicht gefragt; gefragt wird nach { $asked }
    .hint = lass sie weg oder lass sie in der Projektdatei unter `uses` eintragen
consent-no-licence = die Nutzung { $scope } braucht eine Lizenz, und keine ist genannt
    .hint = nenne sie mit --licence, zum Beispiel CC-BY-4.0, oder in der Projektdatei
consent-no-contact = ein Kontakt wurde angegeben, aber die Nutzung contact-again nicht erlaubt
    .hint = lass --contact weg oder erlaube sie mit --grant contact-again
consent-not-kept = die Einwilligung erlaubt nicht, `{ $field }` zu behalten
    .hint = lass --about { $field }=… weg oder gib die Einwilligung neu mit --yes
about-form = `{ $given }` ist nicht KEY=VALUE, wobei KEY eins davon ist: { $fields }
about-refused = die Antwort auf `{ $field }` kann nicht behalten werden: { $why }
about-long = die Antwort auf `{ $field }` ist länger als { $longest } Zeichen

# The keyboard and the system.

answer-needed = eine Antwort fehlt: { $question }
    .hint = hier kann niemand gefragt werden; antworte mit { $flag }
answer-form = auf `{ $question }` wird anders geantwortet
answer-not-asked = nach `{ $question }` wird jetzt nicht gefragt
answer-ended = die Eingabe endete vor einer Antwort
interrupted = angehalten, wie gewünscht
system-no-signal = auf Ctrl-C kann nicht geachtet werden: { $cause }
system-no-random = das System liefert keine Zufallsbytes: { $cause }
system-epoch = SOURCE_DATE_EPOCH ist `{ $given }`; möglich ist eine ganze Zahl von Sekunden seit 1970
system-json = ein Wert lässt sich nicht als JSON schreiben

## A bar that shows how far a long work is; what stands in quotes is filled in by the bar

progress-bar = { "{bar:32}" } { "{pos}" } von { "{len}" } { $unit }  { "{per_sec}" }  noch { "{eta}" }  { "{msg}" }

## Findings, the most important first: title, problem, what to do now, why it matters to a corpus

check-unreadable-file-title = Datei nicht lesbar
check-unreadable-file-problem = Die Datei lässt sich nicht als Ton lesen.
check-unreadable-file-fix = Der Grund steht unten: Wandle die Datei um oder kopiere sie neu. Wurde sie gerade erst aufgenommen, nimm sie noch einmal auf.
check-unreadable-file-why = Eine Datei, die früher endet, als ihr Kopf sagt, oder kein Ton ist, würde jedes Trainingsprogramm abschneiden oder ablehnen, oft ohne ein Wort.

check-device-lost-title = Mikrofon war weg
check-device-lost-problem = Das Mikrofon war während der Aufnahme weg oder wurde gewechselt.
check-device-lost-fix = Lies noch einmal, sobald das Mikrofon da ist.
check-device-lost-why = Was danach gesagt wurde, fehlt oder kam von einem anderen Mikrofon; was da ist, klingt vollständig, darum hört es später niemand.

check-empty-file-title = Nichts aufgenommen
check-empty-file-problem = Es wurde nichts aufgenommen.
check-empty-file-fix = Sieh nach, ob das Mikrofon eingesteckt ist und das Programm es benutzen darf.
check-empty-file-why = In eine so kurze Aufnahme passt kein Wort; ein Modell lernt daraus, dass Text auch Stille sein kann.

check-digital-silence-title = Nur Stille
check-digital-silence-problem = Es kam nur Stille an.
check-digital-silence-fix = Das Mikrofon ist stumm oder das falsche ist gewählt: Schalte es ein oder wähle ein anderes.
check-digital-silence-why = Ein offenes Mikrofon schwankt immer um mehr als eine Stufe: Das ist ein stummer oder falscher Eingang, kein leiser Raum.

check-take-long-title = Länger als erlaubt
check-take-long-problem = Die Aufnahme ist länger, als eine Aufnahme sein darf.
check-take-long-fix = Lies nur, was gezeigt wird, und halte an, wenn du fertig bist.
check-take-long-why = Niemand liest so lange an einem Satz: Das Mikrofon blieb offen, oder es ist eine andere Datei. Was darüber hinausgeht, wird nicht geprüft, und das Ende kann fehlen.

check-computer-slept-title = Computer hat geschlafen
check-computer-slept-problem = Der Computer hat geschlafen, und was währenddessen gesagt wurde, fehlt.
check-computer-slept-fix = Lies diesen Satz noch einmal.
check-computer-slept-why = Ein schlafender Computer oder ein angehaltenes Programm nimmt nichts auf; das Davor und das Danach werden mitten im Wort verbunden, und später kann das niemand hören.

check-scale-wrong-title = Falscher Wertebereich
check-scale-wrong-problem = Die Werte liegen weit über der Vollaussteuerung: Ganze Zahlen wurden als Kommazahlen gespeichert.
check-scale-wrong-fix = Teile alle Werte durch den Höchstwert der ursprünglichen ganzen Zahlen, 32768 bei 16 Bit, und speichere die Datei neu.
check-scale-wrong-why = Kommazahlen reichen bis 1. Als Kommazahlen gespeicherte ganze Zahlen sind tausendfach zu groß: Abspieler und Trainingsprogramme kappen sie zu Rauschen.

check-capture-xrun-title = Ton ging verloren
check-capture-xrun-problem = Der Computer war überlastet; etwas Ton ging verloren.
check-capture-xrun-fix = Schließ andere Programme und lies noch einmal.
check-capture-xrun-why = Werte, die der Computer verloren hat, sind weg und überklebt; aus dem Ton hört das später niemand heraus, darum wird schon beim Aufnehmen gezählt.

check-dropout-silent-title = Ton setzte aus
check-dropout-silent-problem = Der Ton setzte einen Moment lang aus.
check-dropout-silent-fix = Prüfe das Kabel oder die Funkverbindung und lies noch einmal.
check-dropout-silent-why = Eine aufgefüllte Lücke mitten im Klang ist ein verlorener Puffer von Kabel, Funk oder Treiber, und ein Loch in einem Wort.

check-no-speech-title = Keine Stimme zu hören
check-no-speech-problem = Es war keine Stimme zu hören.
check-no-speech-fix = Prüfe das Mikrofon und lies den Satz laut vor.
check-no-speech-why = Eine Aufnahme ohne Sprache unter einem Text bringt einem Spracherkenner bei, Wörter ins Rauschen zu schreiben.

check-dropout-repeat-title = Ton kam doppelt
check-dropout-repeat-problem = Das Mikrofon hat ein Stück Ton wiederholt.
check-dropout-repeat-fix = Lies noch einmal; kommt es wieder vor, nimm eine andere USB-Buchse.
check-dropout-repeat-why = Ein Treiber, der einen Puffer zweimal liefert, stottert, wie kein Mund es tut; analoger Ton wiederholt sich nie bis aufs letzte Bit.

check-clipped-title = Zu laut, verzerrt
check-clipped-problem = Die Aufnahme ist zu laut und verzerrt.
check-clipped-fix = Stell die Mikrofonlautstärke niedriger oder geh eine Handbreit zurück.
check-clipped-why = Gekappte Spitzen lassen sich nicht reparieren und klingen für ein Modell wie eine andere Stimme. Geprüft wird an den Grenzen der Aufnahme selbst; sie leiser zu machen versteckt also nichts.

check-start-cut-title = Anfang abgeschnitten
check-start-cut-problem = Als die Aufnahme begann, hat schon jemand gesprochen.
check-start-cut-fix = Fang einen Moment später an; warst du es nicht, warte, bis es still ist.
check-start-cut-why = Der erste Laut eines Wortes fehlt; Text und Ton passen also gerade da nicht zusammen, wo ein Modell sie aneinander ausrichtet.

check-end-cut-title = Ende abgeschnitten
check-end-cut-problem = Als die Aufnahme endete, hat noch jemand gesprochen.
check-end-cut-fix = Warte einen Moment, bevor du anhältst; warst du es nicht, lies noch einmal, wenn es still ist.
check-end-cut-why = Das Ende des letzten Wortes fehlt; Text und Ton passen also gerade da nicht zusammen, wo ein Modell sie aneinander ausrichtet.

check-read-incomplete-title = Zu kurz für den Text
check-read-incomplete-problem = Das ist zu kurz für den Satz.
check-read-incomplete-fix = Wurde alles gelesen? Lies noch einmal von Anfang bis Ende.
check-read-incomplete-why = Wörter, die im Text stehen und im Ton fehlen, sind der schlimmste Fehler eines Korpus. Die Lesezeit verrät es, sobald bekannt ist, wie schnell die Stimme liest.

check-read-too-long-title = Zu lang für den Text
check-read-too-long-problem = Das ist zu lang für den Satz.
check-read-too-long-fix = Wurde zweimal gelesen oder noch etwas anderes gesagt? Lies den Satz einmal und sonst nichts.
check-read-too-long-why = Ein Text, der zweimal oder mit anderen Wörtern gelesen wurde, hat im Ton Wörter, die im Text nicht stehen.

check-prompt-mismatch-title = Nicht der Satz
check-prompt-mismatch-problem = Zu hören war etwas anderes als der Satz.
check-prompt-mismatch-fix = Lies ihn so, wie er dasteht.
check-prompt-mismatch-why = Ein anderer, flüssig gelesener Satz besteht jede Prüfung des Tons; nur die Wörter eines Spracherkenners verraten ihn.

check-duplicate-exact-title = Dieselbe Aufnahme noch einmal
check-duplicate-exact-problem = Das ist dieselbe Aufnahme wie eine andere.
check-duplicate-exact-fix = Lies den Satz; jeder Satz braucht eine eigene Aufnahme.
check-duplicate-exact-why = Steht dieselbe Aufnahme unter zwei Sätzen, ist einer der Texte falsch; steht sie zweimal unter einem, zählt eine Stimme doppelt.

check-duplicate-near-title = Kopie einer anderen Aufnahme
check-duplicate-near-problem = Das scheint die Kopie einer anderen Aufnahme zu sein.
check-duplicate-near-fix = Lies den Satz; jeder Satz braucht eine eigene Aufnahme.
check-duplicate-near-why = Eine Kopie, die lauter, kürzer oder verrauschter gemacht wurde, ist noch keine zweite Lesung.

check-noisy-title = Hintergrundgeräusche
check-noisy-problem = Im Hintergrund ist zu viel Geräusch.
check-noisy-fix = Schließ das Fenster, schalte Lüfter aus oder geh näher ans Mikrofon.
check-noisy-why = Die Wortfehlerrate steigt steil, sobald das Geräusch der Stimme näher als 10 dB kommt.

check-narrowband-title = Klingt wie ein Telefon
check-narrowband-problem = Das klingt wie am Telefon.
check-narrowband-fix = Vielleicht ist das Headset auf Telefonieren gestellt; nimm ein Kabel oder das eingebaute Mikrofon.
check-narrowband-why = Dem Telefonband fehlen die Laute, an denen man s von f unterscheidet; in einem breitbandigen Korpus bringt es einem Modell das Gerät bei statt der Sprache.

check-format-low-title = Aufnahmeformat zu niedrig
check-format-low-problem = Das Aufnahmeformat ist für dieses Projekt zu niedrig.
check-format-low-fix = Stell das Gerät auf 16 Bit und mindestens die verlangte Abtastrate ein.
check-format-low-why = Liegt die Abtastrate oder die Wortbreite unter dem, was das Projekt verlangt, holt das auch kein Umwandeln zurück.

check-channel-dead-title = Nur eine Seite hat Ton
check-channel-dead-problem = Von links und rechts kommt nur auf einer Seite Ton an.
check-channel-dead-fix = Diese Seite wird verwendet; prüfe den Stecker, wenn beide gemeint waren.
check-channel-dead-why = Auf einer Seite kommt nichts: Der Stecker ist nur halb drin, oder das andere Mikrofon war gemeint.

check-channels-inverted-title = Seiten löschen sich aus
check-channels-inverted-problem = Die beiden Seiten löschen einander aus.
check-channels-inverted-fix = Stell das Mikrofon auf Mono oder nimm ein anderes.
check-channels-inverted-why = Beim Mischen auf einen Kanal löschen die beiden Seiten sich aus, und Sprache wird dünn oder stumm.

check-channels-differ-title = Zwei Stimmen auf zwei Seiten
check-channels-differ-problem = Auf den beiden Seiten sind verschiedene Stimmen, und nur eine Seite wird verwendet.
check-channels-differ-fix = Mach aus jeder Seite eine eigene Datei oder nimm immer nur eine Person auf.
check-channels-differ-why = Bei einem Anruf oder Interview ist auf jeder Seite eine Person. Eine Seite wird verwendet, die andere fällt weg: Ihre Wörter fehlen, oder sie stehen im Text und nicht im Ton.

check-too-quiet-title = Sehr leise
check-too-quiet-problem = Die Stimme ist in dieser Aufnahme kaum zu hören.
check-too-quiet-fix = Geh näher heran oder stell die Mikrofonlautstärke höher.
check-too-quiet-why = Eine sehr leise Stimme liegt näher am Rauschen des Geräts, und ein Modell hört beides, wenn sie lauter gemacht wird.

check-noise-gated-title = Zwischen Wörtern abgeschnitten
check-noise-gated-problem = Das Gerät schneidet den Ton zwischen den Wörtern ab.
check-noise-gated-fix = Schalte die Rauschunterdrückung aus.
check-noise-gated-why = Rauschunterdrückung schneidet mit dem Rauschen auch Atem und leise Endungen weg und lässt Löcher, die kein Raum hat.

check-limited-title = Laute Stellen gestaucht
check-limited-problem = Die lauten Stellen sind zusammengestaucht.
check-limited-fix = Schalte Mikrofonverstärkung und automatische Lautstärke aus oder stell die Mikrofonlautstärke niedriger.
check-limited-why = Automatische Lautstärke, Verstärkung und Begrenzer stauchen die lauten Laute, und eine übersteuerte, neu abgetastete Aufnahme sieht genauso aus.

check-hum-50-title = Netzbrummen, 50 Hz
check-hum-50-problem = Es ist ein Brummen vom Stromnetz zu hören.
check-hum-50-fix = Zieh das Ladegerät ab oder nimm eine andere Steckdose oder ein anderes Kabel.
check-hum-50-why = Netzbrummen liegt unter jedem Wort der Sitzung; am Stecker ist es leicht zu beseitigen, später nur schwer.

check-hum-60-title = Netzbrummen, 60 Hz
check-hum-60-problem = Es ist ein Brummen vom Stromnetz zu hören.
check-hum-60-fix = Zieh das Ladegerät ab oder nimm eine andere Steckdose oder ein anderes Kabel.
check-hum-60-why = Netzbrummen liegt unter jedem Wort der Sitzung; am Stecker ist es leicht zu beseitigen, später nur schwer.

check-rumble-title = Tiefes Rumpeln
check-rumble-problem = Es ist ein tiefes Rumpeln zu hören.
check-rumble-fix = Nimm das Mikrofon vom Tisch und schütze es vor Wind.
check-rumble-why = Schritte, Wind und Tische füllen die tiefsten Töne; ein Filter entfernt sie, aber die Ursache klopft oft auch hörbar.

check-click-noise-title = Klicken oder Klopfen
check-click-noise-problem = Neben der Stimme ist ein Klicken oder Klopfen zu hören.
check-click-noise-fix = Berühre den Tisch nicht und warte einen Moment, bevor du die Taste drückst.
check-click-noise-why = Tastendrücke und Klopfen neben der Sprache werden zu Lauten, die ein Modell dort zu erwarten lernt.

check-reverberant-title = Der Raum hallt
check-reverberant-problem = Die Stimme hallt von den Wänden zurück.
check-reverberant-fix = Geh in einen Raum mit Vorhängen oder einem Bett und näher ans Mikrofon.
check-reverberant-why = Ein halliger Raum verwischt einen Laut in den nächsten; Hall lässt sich später zufügen, aber nie entfernen.

check-level-changed-title = Lauter oder leiser als vorher
check-level-changed-problem = Die Stimme ist viel lauter oder leiser als vorher.
check-level-changed-fix = Setz dich so hin wie am Anfang.
check-level-changed-why = Ein plötzlicher Sprung der Lautstärke heißt, dass sich die Person oder das Mikrofon bewegt hat und damit der Rest der Sitzung.

check-room-changed-title = Hintergrund verändert
check-room-changed-problem = Der Hintergrund ist lauter als am Anfang.
check-room-changed-fix = Wurde etwas eingeschaltet? Schalte es aus oder warte.
check-room-changed-why = Etwas wurde eingeschaltet. Besser, man merkt es nach einem Satz als nach hundert.

check-upsampled-title = Schlechter als eingestellt
check-upsampled-problem = Das Mikrofon liefert schlechteren Ton, als eingestellt ist.
check-upsampled-fix = Wähle in den Toneinstellungen die eigene Abtastrate des Mikrofons.
check-upsampled-why = Die Datei ist größer als ihr Inhalt, und ein Modell für breitbandige Sprache lernt, dass Höhen Stille sind.

check-peak-hot-title = Fast zu laut
check-peak-hot-problem = Das ist fast zu laut.
check-peak-hot-fix = Stell die Mikrofonlautstärke etwas niedriger.
check-peak-hot-why = Es ist kaum noch Luft nach oben: Das nächste lautere Wort übersteuert.

check-dc-offset-title = Elektrische Verschiebung
check-dc-offset-problem = Der Mikrofonanschluss verschiebt den Ton elektrisch um einen festen Wert.
check-dc-offset-fix = Lies noch einmal. Kommt es wieder vor, nimm eine andere Buchse oder ein anderes Mikrofon.
check-dc-offset-why = Ein Gleichspannungsanteil kostet Aussteuerung und klickt an jedem Schnitt; die meisten Geräte haben keinen.

check-pause-long-title = Lange Pause
check-pause-long-problem = In der Mitte ist eine lange Pause.
check-pause-long-fix = Lies den Satz in einem Zug.
check-pause-long-why = Ein langer Halt in der Mitte ist oft ein Umblättern oder ein zweiter Anlauf.

check-lead-silence-long-title = Lange Stille am Anfang
check-lead-silence-long-problem = Am Anfang ist es lange still.
check-lead-silence-long-fix = Du musst nichts tun: Es wird abgeschnitten. Sprich nächstes Mal bald los, wenn du AUFNAHME siehst.
check-lead-silence-long-why = Stille kostet Speicher und Trainingszeit; sie wird ohne Verlust abgeschnitten.

check-trail-silence-long-title = Lange Stille am Ende
check-trail-silence-long-problem = Am Ende ist es lange still.
check-trail-silence-long-fix = Du musst nichts tun: Es wird abgeschnitten. Drücke nächstes Mal bald nach dem letzten Wort Enter.
check-trail-silence-long-why = Stille kostet Speicher und Trainingszeit; sie wird ohne Verlust abgeschnitten.

check-mos-low-title = Klingt vielleicht schlecht
check-mos-low-problem = Das klingt vielleicht schlecht.
check-mos-low-fix = Hör es dir an und lies noch einmal, wenn es so ist.
check-mos-low-why = Eine zweite Meinung zum Klang; das Modell bemerkt Übersteuerung und schmale Bänder kaum, ersetzt also keine andere Prüfung.

check-speech-doubtful-title = Vielleicht keine Stimme
check-speech-doubtful-problem = Vielleicht spricht hier niemand.
check-speech-doubtful-fix = Hör es dir an und lies noch einmal, wenn niemand spricht.
check-speech-doubtful-why = Was der Detektor für Sprache hielt, kann Musik, ein Husten oder eine Tür sein.

check-channels-identical-title = Zwei gleiche Seiten
check-channels-identical-problem = Links und rechts sind gleich: Eine Seite wird gespeichert.
check-channels-identical-fix = Du musst nichts tun; Mono spart Platz.
check-channels-identical-why = Alles in Ordnung; die Datei ist nur doppelt so groß wie nötig.

## Findings that come from no check

check-interrupted-title = Aufnahme brach ab
check-interrupted-problem = Die Aufnahme brach durch einen Absturz oder ein Signal ab.
check-interrupted-fix = Hör dir das Ende an; lies noch einmal, wenn ein Wort fehlt.
check-interrupted-why = Ein abgeschnittenes Wort steht im Text und nicht im Ton und bringt einem Modell bei, Wörter wegzulassen.

check-file-altered-title = Datei wurde verändert
check-file-altered-problem = Die Datei ist nicht die, die aufgenommen wurde.
check-file-altered-fix = Hol die aufgenommene Datei zurück oder nimm noch einmal auf.
check-file-altered-why = Niemand kann sagen, was in einer Datei ist, die nach dem Urteil verändert wurde: Urteil, Text und Einwilligung sind die einer anderen.

check-file-missing-title = Datei fehlt
check-file-missing-problem = Die Datei ist nicht da.
check-file-missing-fix = Hol sie aus einer Kopie zurück oder nimm noch einmal auf.
check-file-missing-why = Ein Text ohne seinen Ton lehrt nichts, und was von ihm gezählt wird, ist falsch.
