# The words that a contributor can meet, in French.
# Register: vous, as in the sheet and the consent text (fr-FR); short, plain and friendly, never blaming, no word that takes a gender of the reader.
# Words: recording (take) = enregistrement; sentence (prompt) = phrase; one reading of a sentence = lecture; sitting (session) = séance;
# microphone = micro; break = pause; receipt = reçu; withdrawal code = code de retrait; sheet = liste de phrases; speaker = voix.

## Verdicts

verdict-pass = BIEN
verdict-warn = PASSABLE
verdict-reject = À REFAIRE

## The start of a sitting

welcome-head = { $title }  ({ $locale }, voix { $speaker }, { $device })
welcome-going-on = On continue. Phrases déjà enregistrées : { $kept } sur { $readings }.
welcome-another = La dernière fois, le micro était { $before } ; maintenant, c’est { $now }.
welcome-readings =
    { $count ->
        [one] { $count } phrase.
       *[other] { $count } phrases.
    }
welcome-longest = Un enregistrement peut durer { $length }. S’il est plus long, il s’arrête tout seul et ne peut pas servir.
welcome-patience = Un enregistrement qui dure bien plus longtemps que sa phrase s’arrête tout seul.
welcome-listening =
    Le micro est ouvert à partir de maintenant et jusqu’à la fin. Est gardé ce qui se trouve entre un appui sur Entrée et le suivant, avec une demi-seconde avant et après.
welcome-keys = `?` puis Entrée affiche toutes les touches ; après chaque lettre, appuyez sur Entrée.
recovered-saved =
    { $count ->
        [one] La dernière séance a été coupée. { $count } enregistrement inachevé a été sauvé.
       *[other] La dernière séance a été coupée. { $count } enregistrements inachevés ont été sauvés.
    }
session-unreadable =
    Un dossier d’enregistrements est illisible et reste comme il est : { $path } ({ $cause }). Montrez ceci à la personne qui vous aide.
recovered-torn = La dernière séance a été coupée. Rien de ce que vous avez gardé n’est perdu.

clock-early = L’horloge de cet ordinateur indique le { $date }, avant la création de ce programme. Réglez la date et l’heure, puis redémarrez le programme : les enregistrements de cette date et le consentement qui va avec ne pourront pas servir plus tard.
clock-late = L’horloge de cet ordinateur indique le { $date }, bien loin dans l’avenir. Réglez la date et l’heure, puis redémarrez le programme : les enregistrements de cette date et le consentement qui va avec ne pourront pas servir plus tard.

## The room

room-listening =
    { $seconds ->
        [one] Silence pendant { $seconds } seconde, s’il vous plaît : on mesure le bruit de la pièce.
       *[other] Silence pendant { $seconds } secondes, s’il vous plaît : on mesure le bruit de la pièce.
    }
room-silent = Aucun son.
room-silent-advice = Il n’arrive que du silence. Le micro est-il coupé, ou faut-il en choisir un autre ?
room-loud = La pièce est bruyante.
room-loud-advice = Fermez la fenêtre, arrêtez les ventilateurs ou rapprochez-vous du micro.
room-quiet = La pièce est assez calme.
room-keys = Entrée : mesurer encore   g : continuer quand même   q : arrêter pour aujourd’hui

## The prompt and the take

media-sound = Vous entendez d’abord un exemple. Parlez quand il est fini ; e : l’écouter encore
media-picture = Regardez cette image et dites ce qui va avec : { $path }
prompt-place = { $number } sur { $readings }
prompt-reading = lecture { $repetition } sur { $repeat }
prompt-again = encore une fois
prompt-kept = gardé
prompt-of-attempts = enregistrement { $attempt } sur { $attempts }
take-length = { $seconds } s
take-stopped-long = C’était plus long que la durée permise : { $length }. Il a été arrêté.
length-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
length-seconds =
    { $count ->
        [one] { $count } seconde
       *[other] { $count } secondes
    }
take-also = aussi : { $titles }
take-device = Ce micro ne fait pas mieux.
finding-said = { $problem } { $fix }
meter-clipped = trop fort
slept =
    { $seconds ->
        [one] L’ordinateur s’est mis en veille pendant { $seconds } seconde. On reprend ici.
       *[other] L’ordinateur s’est mis en veille pendant { $seconds } secondes. On reprend ici.
    }
device-searched = On cherche le micro chaque seconde, pendant une minute au plus. On continue dès qu’il y en a un ; q : arrêter pour aujourd’hui
device-muted = Le micro { $name } a été coupé : seul du silence est enregistré. Activez-le dans les réglages du son du système.
device-unmuted = Le micro { $name } est de nouveau actif.
device-back = Il y a de nouveau un micro : { $name }. On continue.

## What holds for a microphone, before the first prompt, and what to do about it

remark-monitor = Ce n’est pas un micro : il enregistre ce que joue le haut-parleur.
    .wait = Choisissez un micro avec --device ; `booth devices` en donne la liste.
remark-unplugged = Rien n’est branché dans la prise de ce micro.
    .wait = Branchez-le, ou choisissez-en un autre avec --device ; `booth devices` en donne la liste.
remark-muted = Ce micro est coupé.
    .wait = Activez-le dans les réglages du son du système.
remark-volume = Le volume de ce micro est à { $percent } % dans le système.
    .wait = Mettez-le à 100 % dans les réglages du son, et parlez plutôt un peu plus fort ou moins fort.
remark-telephone = Ce micro a le son d’un téléphone ({ $rate }).
    .wait = C’est le son d’un casque sans fil en mode appel. Prenez-en un avec un câble, ou le micro intégré.
remark-narrow = Ce micro fonctionne à { $rate } ; il faut { $wanted } Hz.
    .wait = Choisissez une fréquence plus élevée dans les réglages du son du système, ou un autre micro.

## What the recorder noticed

capture-lost = L’ordinateur était trop occupé et a perdu un peu de son.
capture-stalled = Pendant un moment, aucun son n’est arrivé du micro.
capture-missing = Il manque un peu de son dans cet enregistrement.
capture-silent = Il n’est arrivé que du silence.
capture-clock = L’horloge du micro tourne à { $measured } Hz et non à { $stated }.

## What the booth is doing

phase-idle = La séance n’a pas commencé.
phase-showing = C’est prêt.
phase-recording = ENREGISTREMENT
phase-judging = Un instant.
phase-verdict = Gardez-le, ou lisez encore une fois.
phase-paused = Pause.
nobody-heard = Deux fois, personne ne s’est fait entendre. Êtes-vous là ?
phase-done = Tout est lu.
phase-finished = La séance est terminée.
done-all =
    { $readings ->
        [one] La phrase est gardée.
       *[other] Les { $readings } phrases sont toutes gardées.
    }
done-some =
    { $left ->
        [one] C’est tout pour l’instant. Phrases gardées : { $kept } sur { $readings } ; passée : { $left }.
       *[other] C’est tout pour l’instant. Phrases gardées : { $kept } sur { $readings } ; passées : { $left }.
    }
done-limit = C’est tout ce que vous vouliez lire aujourd’hui. Phrases gardées : { $kept } sur { $readings }.

## The list of all sentences

reading-kept = gardée
reading-left-out = passée
reading-open = à lire
reading-none = `{ $given }` n’est pas une phrase de la liste ; tapez un numéro de 1 à { $readings }. l : toutes les phrases
report-ask = Qu’est-ce qui ne va pas dans cette phrase ?
report-spelling = Elle contient une faute
report-unnatural = Personne ne le dirait comme ça
report-unclear = On peut la lire de deux façons
report-unfit = Je ne veux pas lire cela à voix haute
report-other = Autre chose
report-keys = Tapez un numéro, suivi d’autres mots si vous voulez. Entrée : finalement rien
report-thanks = Merci : c’est transmis.
report-none = Rien n’a été transmis.

## Keys

keys-showing = Entrée : enregistrer   s : passer   b : retour   q : arrêter
keys-recording = Lisez maintenant. Entrée : arrêter
keys-verdict = Entrée : garder   r : relire   p : écouter   s : passer   b : retour
keys-rejected = Entrée : relire   k : garder quand même   p : écouter   s : passer
keys-kept = Entrée : continuer   r : relire   p : écouter   d : supprimer   b : retour
keys-attempts = <  > : l’enregistrement d’avant ou d’après
keys-delete = Supprimer cet enregistrement pour de bon ?   d : oui, sans retour   Entrée : non
keys-paused = Entrée : continuer   q : arrêter pour aujourd’hui
keys-done = Entrée : terminer   b : revenir au dernier   u : annuler la décision   l : liste
keys-hands-free = Lisez chaque phrase à votre rythme ; la suite vient toute seule. q : arrêter   w : pause   ? : touches
key-unknown = `{ $key }` n’est pas une touche utile ici ; `?` affiche toutes les touches.
key-arrows = Les flèches et autres touches spéciales ne servent pas ici ; `?` affiche toutes les touches.
help-enter = enregistrer ; arrêter ; garder si c’est bon ; relire sinon
    .key = Entrée
help-keep = garder cet enregistrement
    .key = k
help-redo = relire ; l’enregistrement reste tant qu’aucun autre n’est gardé
    .key = r
help-play = écouter cet enregistrement ; devant une phrase, le dernier
    .key = p
help-hear = écouter encore l’exemple de cette phrase
    .key = e
help-skip = passer, avec une raison si vous voulez ; elle revient à la fin
    .key = s [RAISON]
help-report = signaler que quelque chose ne va pas dans cette phrase
    .key = x [QUOI]
help-back = revenir à la phrase d’avant
    .key = b
help-choose = voir l’enregistrement d’avant ou d’après de la même phrase
    .key = <  >
help-undo = annuler la dernière décision, autant de fois que vous voulez
    .key = u
help-delete = supprimer cet enregistrement pour de bon, après confirmation
    .key = d
help-list = la liste des phrases, et ce qu’est devenue chacune
    .key = l
help-goto = aller à la phrase qui porte ce numéro dans la liste
    .key = g NUMÉRO
help-help = cette aide
    .key = ?
help-pause = faire une pause
    .key = w
help-mode = qui arrête l’enregistrement : vous, le silence, ou tout se fait tout seul ; chaque m passe au mode suivant
    .key = m
help-quit = arrêter pour aujourd’hui ; la prochaine fois, on reprend ici
    .key = q
help-interrupt = arrêter tout de suite ; ce que vous avez gardé est en sûreté
    .key = Ctrl-C

## Why a command cannot be followed now

refusal-recording = Un enregistrement est en cours. Appuyez d’abord sur Entrée pour l’arrêter.
refusal-not-recording = Rien n’est en cours d’enregistrement.
refusal-judging = Un instant, l’enregistrement est en cours d’examen.
refusal-undecided = Gardez d’abord cet enregistrement, ou lisez encore une fois.
refusal-no-take = Il n’y a pas encore d’enregistrement de cette phrase.
refusal-no-sound = Cette phrase n’a pas d’exemple à écouter.
refusal-silent = Il n’y a pas de voix dans cet enregistrement ; il ne peut donc pas être gardé. Lisez encore une fois, ou passez la phrase.
refusal-cut-short = Cet enregistrement a été coupé ; il ne peut donc pas être gardé. Lisez encore une fois.
refusal-no-such-take = Il n’y a pas d’autre enregistrement de cette phrase de ce côté.
refusal-elsewhere = Cet enregistrement vient d’une séance passée avec un autre matériel, et ne peut pas être supprimé d’ici.
refusal-not-asked = Aucune question n’est posée.
refusal-nothing-to-undo = Rien n’a été décidé dans cette séance qui puisse être annulé.
refusal-unseen = C’est arrivé avant qu’il y ait une question.
refusal-done = Tout est lu. Revenez d’abord à une phrase.
refusal-kept = Cet enregistrement est déjà gardé.
refusal-nothing-before = Il n’y a rien avant.
refusal-unknown-prompt = Cette phrase n’est pas dans la liste de phrases.
refusal-paused = C’est la pause. Appuyez sur Entrée pour continuer.
refusal-not-paused = Aucune pause n’est en cours.
refusal-device-lost = Le micro n’est plus là. On continue dès qu’il y en a un.
refusal-not-open = La séance est terminée.

## Why a recording stopped

stop-user = Vous l’avez arrêté.
stop-end = Le son s’est terminé.
stop-length = Il était plus long que la durée permise.
stop-interrupted = La séance s’est terminée au milieu.
stop-device-lost = Le micro a disparu.
stop-disk = Il n’a pas pu être stocké.
stop-discarded = C’était une erreur ; il n’en reste aucun enregistrement.
stop-unknown = Il s’est arrêté.

## The end of a sitting

close-finished = Tout est lu.
close-limit = Cette séance est assez longue.
close-quit = C’est tout pour aujourd’hui.
close-interrupted = Arrêt, comme demandé.
close-nobody = Personne ne s’est fait entendre, la séance s’arrête donc.
close-error = La séance a dû s’arrêter.
close-device-changed = Le micro a été changé.
close-recovered = Ce qui avait été coupé est remis en ordre.
close-unknown = La séance est terminée.
farewell-given =
    { $count ->
        [one] Vous avez lu { $count } phrase dans cette séance, { $all } en tout ({ $minutes } minutes).
       *[other] Vous avez lu { $count } phrases dans cette séance, { $all } en tout ({ $minutes } minutes).
    }
farewell-done = C’était la dernière. Merci !
farewell-left =
    { $count ->
        [one] Il reste { $count } phrase. Pour continuer :
       *[other] Il reste { $count } phrases. Pour continuer :
    }
farewell-where = Vos enregistrements sont dans { $path }
farewell-contact = Remettez-les à { $name }, { $contact }.
farewell-contact-unnamed = Remettez-les à la personne qui vous les a demandés.

## Questions

question-speaker = Qui lit : { $speakers } ? (Entrée : une nouvelle personne)
question-new-speaker = Personne ici ne s’appelle `{ $speaker }`. Retapez ce nom pour commencer comme nouvelle personne, ou tapez le nom voulu :
question-adult = J’ai atteint la majorité dans mon pays
question-contact = Comment vous joindre ; c’est conservé à part des enregistrements
page-more = Entrée : lire la suite
form-uses = Je vous autorise à
form-about = À propos de vous, si vous le souhaitez
form-ticked = [x]
form-open = [ ]
form-needed = (nécessaire)
form-left-out = -
form-keys =
    Un numéro puis Entrée coche ou décoche sa ligne ; ou un numéro et des mots, par exemple : { $example } quarantaine
    Entrée seule : tout est comme je le veux.   q : quitter, et rien n’est gardé
form-lacking = Rien ne peut être enregistré sans { $numbers }.
form-unknown = `{ $given }` n’est pas une ligne du formulaire ; tapez un numéro de 1 à { $last }.
form-no-words = La ligne { $number } ne prend pas de mots : son numéro seul la coche ou la décoche.
form-words = La ligne { $number } attend des mots : tapez-les après son numéro. Un - après le numéro la vide.
about-gender = Votre genre, avec vos mots
about-age = Votre âge, ou une tranche comme « trentaine »
about-accent = Votre accent ou votre région
about-native-language = Votre langue maternelle

## Uses that are asked for; each goes on with "You may"

scope-asr = utiliser mes enregistrements pour la reconnaissance de la parole : apprendre aux machines à comprendre ce qui se dit
scope-tts = les utiliser pour créer une voix de synthèse qui peut ressembler à la mienne
scope-speaker-id = les utiliser pour apprendre aux machines à reconnaître à la voix la personne qui parle
scope-evaluation = les utiliser pour évaluer si ces systèmes marchent bien
scope-share-gated =
    { $licence ->
        [none] les partager avec des personnes qui ont signé des conditions d’utilisation
       *[other] les partager, sous la licence { $licence }, avec des personnes qui ont signé des conditions d’utilisation
    }
scope-share-open =
    { $licence ->
        [none] les publier ouvertement : chacun peut les télécharger et les utiliser
       *[other] les publier ouvertement sous la licence { $licence } : chacun peut les télécharger et les utiliser comme elle le permet
    }
scope-contact-again = me recontacter pour d’autres enregistrements

## The receipt

consent-holds = Votre consentement du { $date } (reçu { $receipt }) est toujours valable.
project-used = Projet : { $path }
receipt-where = Votre reçu, avec le code de retrait : { $path }
receipt-code = Code de retrait : { $code }   (conservez-le ; il n’est stocké nulle part ailleurs)
controller-unnamed = la personne qui recueille ces enregistrements
contact-unnamed = la personne qui vous a demandé ces enregistrements
copy-consent = Consentement
copy-consent-said = donné le { $date } (UTC), votre exemplaire
copy-receipt = Reçu
copy-speaker = Vous êtes
copy-speaker-said = voix { $speaker } (aucun nom n’est conservé avec vos enregistrements)
copy-controller = Donné à
copy-contact = Contact
copy-until = Valable jusqu’au
copy-yes = oui
copy-no = non
copy-licence = Licence
copy-code = Code de retrait
copy-withdraw = Pour vous retirer
copy-keep = Conservez ce code : il n’est stocké nulle part ailleurs et prouve que les enregistrements sont les vôtres.
copy-text = Le texte qui vous a été montré ({ $locale }) :
withdrawal-by-code = Donnez le code de retrait au contact ci-dessus ; aucune raison n’est demandée.
gone-head = Retiré le { $date } (UTC), numéro { $id }
gone-speaker = Vous avez retiré tout ce que vous aviez enregistré jusque-là.
gone-session = Vous avez retiré une séance.
gone-take = Vous avez retiré un enregistrement.
gone-scope = Désormais, ceci n’en est plus fait : { $scope }. Rien d’autre ne change.
gone-deleted = Supprimé pour de bon : enregistrements : { $takes }, secondes de son : { $seconds }. Une recherche faite ensuite n’en a plus rien trouvé.
gone-no-release = Cela n’avait pas été publié.
gone-releases = Cela se trouve dans des versions déjà diffusées : { $releases }. Toute personne qui en détient une est priée de l’y supprimer.
gone-models = Ce qui a été appris auparavant d’une version publiée ne peut pas être retiré d’un modèle déjà entraîné.
gone-next = La prochaine version se fait sans cela. Gardez cette lettre : elle en est la preuve.
mine-head = Tout ce qui est conservé de vous ici, copié le { $date } (UTC)
mine-sessions = Séances : { $count }, chacune dans son propre dossier sous sessions/.
mine-files = Dans chacune : vos enregistrements dans audio/, ce qui vous a été montré et ce qui en a été mesuré et dit dans takes.jsonl, ce que des programmes ont entendu dans transcripts.jsonl, ce que vous avez accepté dans consent/.
mine-receipts = Dans receipts/ : vos reçus, vos lettres et ce que vous avez dit sur la façon de vous joindre.
mine-rights = C’est à vous : lisez-le, gardez-le, donnez-le à qui vous voulez. Avec le code de votre reçu, vous pouvez tout retirer.
feedback-head = Ce que sont devenus vos enregistrements, de la part de ceux qui les recueillent
feedback-thanks = Retenus jusqu’ici : { $count }. Merci pour chacun d’eux.
feedback-again = À relire, s’il vous plaît : { $count }, environ { $minutes } min.
feedback-nothing = Rien n’est à relire.
feedback-why = { $count } × { $why }
feedback-advice = Presque tout a une seule cause. Avant de continuer : { $fix }
feedback-here = Encore une fois, s’il vous plaît : { $problem }
feedback-heard = Quelqu’un l’a écouté et le demande encore une fois. Lisez-le calmement, comme vous le diriez chez vous.
feedback-how = Pour cela, posez ce fichier à côté du dossier de vos enregistrements et enregistrez comme d’habitude.
feedback-of-another = Ce retour est pour { $given }, et c’est { $wanted } qui lit.
feedback-elsewhere = En outre, pour d’autres feuilles ou langues, ou qui ne sont plus dans la feuille : { $count }.
feedback-unreadable = Un retour ne peut pas être lu, { $path } : { $cause }
hand-in-made = Votre fichier à remettre : { $files } – son code est { $code }.
hand-in-nothing = Il n’y a rien qui n’ait déjà été remis.
hand-in-lacking = Tout n’a pas pu être mis dans le fichier : { $count }. Dites-le à la personne qui vous a demandé les enregistrements.
farewell-bundle = Pour en faire un seul fichier à remettre :

## The page in the browser: what is said of a sitting

language-name = Français
page-link = Ouvrez ce lien dans le navigateur de cet ordinateur ; il n’ouvre la page qu’une seule fois :
page-address = Dans un navigateur où la page était ouverte, { $address } l’ouvre de nouveau.
page-running = La page est déjà ouverte ; elle s’ouvre encore une fois.
page-no-browser = impossible d’ouvrir un navigateur ({ $cause }) ; ouvrez le lien ci-dessus
page-no-server = impossible d’afficher la page : { $cause }
    .hint = un autre programme l’interdit peut-être ; `booth record` enregistre dans un terminal
page-alone = personne n’a regardé la page pendant dix minutes
page-over-said = Booth est terminé. Vous pouvez fermer cette page.
page-trouble = Cela n’a pas marché
page-start = Que voulez-vous lire ?
page-sheet-languages =
    { $count ->
        [one] { $count } langue
       *[other] { $count } langues
    }
page-consent = Avant de commencer
page-sound = Essai du son
page-microphone-say = Dites quelque chose pendant l’écoute, par exemple ce que vous voyez autour de vous.
page-was-away = La page a été fermée, l’enregistrement a donc été arrêté ; il n’est pas perdu.
page-device-searched = On le cherche chaque seconde, pendant une minute au plus. On continue dès qu’il y en a un.
page-device-advice = Rebranchez-le, ou choisissez un autre micro.
page-device-busy = Fermez l’autre programme qui l’utilise, ou choisissez un autre micro.
page-device-denied = Autorisez Booth à utiliser le micro dans les réglages de confidentialité de cet ordinateur.
page-picture-alt = L’image qui va avec cette phrase
page-delete-ask = Supprimer cet enregistrement pour de bon ? Personne ne pourra le retrouver.
page-kept = gardées : { $kept } sur { $readings }
page-minutes = { $minutes } minutes d’enregistrement
page-left =
    { $count ->
        [one] reste environ { $count } minute
       *[other] reste environ { $count } minutes
    }
page-refused-recording = Un enregistrement est en cours. Arrêtez-le d’abord.
page-refused-paused = C’est la pause. Reprenez d’abord.
page-reason-hard-to-say = Elle est difficile à dire
page-reason-wrong-sentence = Quelque chose ne va pas dedans
page-reason-not-now = Pas maintenant
page-verdict-pass = Bien
page-verdict-warn = À vérifier
page-verdict-reject = À relire
page-end = Merci
page-end-left =
    { $count ->
        [one] Il reste { $count } phrase. Vous pouvez continuer maintenant, ou relancer Booth un autre jour.
       *[other] Il reste { $count } phrases. Vous pouvez continuer maintenant, ou relancer Booth un autre jour.
    }
page-end-withdraw = Vous pouvez retirer vos enregistrements à tout moment : donnez le code de votre reçu à la personne qui vous les a demandés. Aucune raison n’est demandée.
break-offer = Vous lisez depuis une demi-heure. Faire une pause ?
mode-said = Enregistrement, à partir de maintenant : { $mode }.
mode-manual = à la main
mode-auto-stop = s’arrête tout seul
mode-hands-free = mains libres

## How a microphone does, in a word or two

figure-voice = Votre voix
figure-voice-none = pas entendue
figure-voice-faint = faible
figure-voice-good = bonne
figure-voice-strong = forte
figure-voice-loud = trop forte
figure-room = La pièce
figure-room-quiet = calme
figure-room-heard = s’entend un peu
figure-room-loud = bruyante
figure-band = Le son
figure-band-full = plein
figure-band-narrow = un peu étouffé
figure-band-telephone = comme au téléphone

## The page in the browser: its fixed words

# Whole page
page-name = Booth
page-go-on = Continuer
page-back = Retour
page-close = Fermer
page-note-info = À savoir
page-note-warn = Attention
page-note-bad = Problème
# Full screen when the program does not answer any more
page-gone = Booth s’est arrêté
page-gone-safe = Tout ce que vous avez gardé est en sûreté sur cet ordinateur.
page-gone-how = Pour continuer, relancez Booth comme vous l’avez fait avant. Cette page revient alors toute seule, ou une nouvelle s’ouvre.
page-gone-trying = Cette page cherche Booth.
page-elsewhere = Booth est ouvert dans un autre onglet
page-elsewhere-what = Un seul onglet à la fois peut enregistrer.
page-take-over = Utiliser cet onglet

# Start: what to read
page-language = Langue de cette page
page-sheet = Ce que vous allez lire
page-locale = Langue des phrases
page-begin = Commencer

# Who reads
page-who = Qui lit ?
page-who-why = Choisissez un nom inventé, jamais le vôtre. Les petites lettres de a à z et les chiffres sont permis.
page-who-before = J’ai déjà lu ici
page-who-new = C’est ma première fois ici
page-who-name = Nom inventé

# Consent
page-consent-adult = Tout d’abord
page-consent-uses = Je vous autorise à
page-consent-about = À propos de vous, si vous le souhaitez
page-consent-needed = nécessaire
page-consent-nothing = Rien n’est coché d’avance. Seul ce que vous cochez est permis.
page-agree = Accepter et continuer
page-refuse = Quitter, et rien n’est gardé

# Microphone
page-microphone-listening = Écoute de tous les micros
page-microphone-choose = Choisissez un micro
page-microphone-none = Aucun micro trouvé
page-microphone-waiting = en attente
page-microphone-listens = à l’écoute
page-microphone-failed = ne marche pas
page-microphone-best = Le meilleur pour votre voix
page-microphone-default = Choix de l’ordinateur
page-microphone-chosen = Choisi
page-microphone-use = Prendre celui-ci
page-microphone-level = Niveau de votre voix
page-listen = Écouter de nouveau

# Sound check
page-check = Commencer l’essai
page-check-again = Refaire l’essai
page-check-stop = J’ai lu la phrase
page-check-anyway = Continuer quand même
page-check-room = Silence, s’il vous plaît
page-check-sentence = Lisez maintenant ceci à voix haute
page-check-judging = Un instant
page-check-passed = On vous entend bien
page-check-good = c’est bien
page-check-poor = pas encore bien
page-seconds-left = Secondes restantes

# Booth: what is going on now
page-phase-showing = C’est prêt
page-phase-recording = Enregistrement
page-phase-judging = Un instant
page-phase-verdict = Votre enregistrement
page-phase-paused = Pause
page-phase-done = Tout est lu
page-phase-lost = Aucun micro
page-previous = Phrase d’avant
page-next = Phrase d’après
page-sentence = Lisez ceci à voix haute
page-controls = Boutons
page-again = Encore une fois
page-picture = Image

# Booth: what can be done (buttons)
page-record = Enregistrer
page-stop = Arrêter
page-keep = Garder
page-keep-anyway = Garder quand même
page-redo = Relire
page-play = Écouter
page-play-stop = Arrêter l’écoute
page-skip = Passer
page-back-step = Retour
page-undo = Annuler le choix
page-delete = Supprimer
page-delete-yes = Supprimer pour de bon
page-delete-no = Ne pas supprimer
page-cancel = Annuler
page-discard = Jeter
page-pause = Faire une pause
page-resume = Continuer
page-quit = Finir pour aujourd’hui
page-list = Toutes les phrases
page-hint = Voir le conseil
page-hint-hide = Masquer le conseil
page-hear = Écouter l’exemple
page-report = Quelque chose ne va pas dans cette phrase ?
page-hold = Maintenir et lire
page-release = Lâcher pour arrêter

# Booth: the recording just made
page-take-kept = gardé
page-take-earlier = enregistrement d’avant
page-take-others = Autres remarques
page-take-fix = Essayez d’abord ceci
page-take-wave = Image de votre enregistrement
page-take-speech = votre voix
page-take-attempts = Enregistrements de cette phrase
page-attempt = Enregistrement
page-skip-why = Pourquoi passer cette phrase ?
page-skip-plain = Sans raison
page-report-why = Qu’est-ce qui ne va pas dans cette phrase ?
page-who-is-there = Je suis là

# Booth: the level of the microphone
page-meter = Niveau du son
page-meter-silent = Rien n’arrive
page-meter-room = On vous écoute
page-meter-quiet = Un peu faible
page-meter-good = Bien
page-meter-high = Un peu fort
page-meter-loud = Trop fort

# List of all sentences
page-list-loading = Un instant
page-list-all = Toutes

# Settings
page-settings = Réglages
page-settings-mode = Comment s’arrête l’enregistrement
page-mode-manual = Je l’arrête moi-même
page-mode-auto-stop = Il s’arrête quand je me tais
page-mode-hands-free = Il démarre et s’arrête tout seul
page-settings-hold = Maintenir la touche ou le bouton pendant que je lis
page-settings-auto-play = Me faire écouter les enregistrements avec une remarque
page-settings-keys = Utiliser les touches du clavier
page-settings-keys-which = Touches
page-settings-key-change = Changer la touche
page-settings-key-press = Appuyez sur une touche
page-settings-key-reset = Rétablir toutes les touches
page-settings-key-fixed = Espace et Entrée font toujours ce que dit le grand bouton.
page-key-space = Espace
page-key-enter = Entrée
page-key-escape = Échap

# End
page-end-again = Continuer à lire
page-end-finish = Terminer
page-hand-in = Faire un fichier à remettre
page-end-where = Vos enregistrements
page-receipt = Votre reçu
page-receipt-code = Code de retrait
page-receipt-copy = Copier le code
page-receipt-copied = Copié
page-receipt-print = Imprimer cette page
page-withdraw = Si vous changez d’avis

# Trouble, and the last page
page-retry = Réessayer
page-over = Vous pouvez maintenant fermer cette page.

# The button that opens the rest of the buttons on a small screen, and the heading of what it opens
page-menu = Plus

## Trouble: no capital and no full stop, as it stands behind "trouble:" or "error:"

trouble-head = problème
trouble-said = { $head } : { $message }
trouble-hint = conseil : { $hint }

# The microphone and the loudspeaker; $direction is input or output.

-plug-in = rebranchez-le ou choisissez-en un autre avec --device, puis relancez la même commande pour continuer
-devices = `booth devices` donne la liste de ce qu’il y a
device-lost-gone = le micro `{ $name }` a été débranché
    .wait = Rebranchez-le.
    .hint = { -plug-in }
device-lost-invalidated = le micro `{ $name }` a été modifié par le système et doit être rouvert
    .wait = Il est en train d’être rouvert.
    .hint = { -plug-in }
device-lost-host = le système audio s’est arrêté, et le micro `{ $name }` avec lui
    .wait = Il revient avec le système audio.
    .hint = { -plug-in }
device-lost-errors = le micro `{ $name }` ne signale que des erreurs
    .wait = Débranchez-le et rebranchez-le.
    .hint = { -plug-in }
device-lost-changed = le système a choisi un autre micro que `{ $name }`
    .wait = On continue avec celui qui est choisi maintenant.
    .hint = { -plug-in }
device-lost-suspended = le micro `{ $name }` a été mis en veille par le système
    .wait = Réveillez-le dans les réglages du son du système, ou rebranchez-le.
    .hint = réveillez-le dans les réglages du son du système, ou choisissez-en un autre avec --device ; puis relancez la même commande pour continuer
device-lost-silent = le système audio ne répond pas, et rien ne vient du micro `{ $name }`
    .wait = On continue dès que le système audio répond de nouveau.
    .hint = redémarrez le serveur de son, puis relancez la même commande pour continuer
device-no-audio = aucun son ne vient du micro `{ $name }`
    .wait = Vérifiez qu’il est branché et allumé.
    .hint = vérifiez qu’il est branché et non en veille, ou choisissez-en un autre avec --device
device-not-back =
    { $seconds ->
        [one] aucun micro n’est revenu en { $seconds } seconde
       *[other] aucun micro n’est revenu en { $seconds } secondes
    }
    .hint = { -plug-in }
device-closed = le micro est fermé
device-no-thread = impossible de démarrer la partie du programme qui écoute le micro
device-search-ended = la recherche d’un micro s’est terminée
device-search-failed = impossible de démarrer la recherche d’un micro
-plug-one-in = branchez-en un, ou enregistrez à partir de fichiers avec --device file:CHEMIN
device-no-card = il n’y a pas de micro : cet ordinateur n’a pas de carte son, et aucun serveur de son ne répond
    .hint = { -plug-one-in }
device-none = il n’y a pas de micro : le système n’en propose aucun
    .hint = { -plug-one-in }
device-missing =
    { $direction ->
        [output] il n’y a pas de haut-parleur `{ $name }`
       *[input] il n’y a pas de micro `{ $name }`
    }
    .hint = { -devices }
device-silent =
    { $direction ->
        [output] le haut-parleur `{ $name }` ne répond pas
       *[input] le micro `{ $name }` ne répond pas
    }
    .hint = redémarrez le serveur de son, ou choisissez un autre appareil ; `booth devices` en donne la liste
device-busy =
    { $direction ->
        [output] le haut-parleur `{ $name }` est utilisé par un autre programme
       *[input] le micro `{ $name }` est utilisé par un autre programme
    }
    .hint = fermez l’autre programme, ou choisissez un autre appareil ; `booth devices` en donne la liste
device-denied =
    { $direction ->
        [output] le système ne permet pas d’utiliser le haut-parleur `{ $name }`
       *[input] le système ne permet pas d’utiliser le micro `{ $name }`
    }
    .hint =
        { $system ->
            [linux] demandez à entrer dans le groupe `audio`, ou démarrez le serveur de son de votre environnement de bureau
           *[other] autorisez ce terminal à l’utiliser dans les réglages de confidentialité du système
        }
device-is-file =
    { $direction ->
        [output] `{ $name }` est un fichier et non un haut-parleur
       *[input] `{ $name }` est un fichier et non un micro
    }
device-no-format =
    { $count ->
        [0] le micro `{ $name }` n’a aucun des formats { $usable } ; il en a d’autres
       *[other] le micro `{ $name }` n’a aucun des formats { $usable } ; il a { $formats }
    }
    .hint = prenez le même appareil avec plughw: au lieu de hw:, qui convertit, ou alsa:default
device-unusable =
    { $direction ->
        [output] `{ $name }` ne peut pas servir de haut-parleur : { $cause }
       *[input] `{ $name }` ne peut pas servir de micro : { $cause }
    }
    .hint = { -devices }
device-no-server = il n’y a pas de serveur de son derrière `{ $name }`
    .hint = démarrez le serveur de son de votre environnement de bureau, ou choisissez un autre appareil ; `booth devices` en donne la liste
device-fails =
    { $direction ->
        [output] impossible d’ouvrir le haut-parleur `{ $name }` : { $cause }
       *[input] impossible d’ouvrir le micro `{ $name }` : { $cause }
    }
    .hint = { -devices }
playback-no-format = le haut-parleur `{ $name }` n’a aucun format qui puisse être joué
    .hint = choisissez-en un autre ; `booth devices` en donne la liste
playback-stopped = le haut-parleur `{ $name }` s’est arrêté après { $played } échantillons sur { $frames }
    .hint = choisissez un autre haut-parleur ; `booth devices` en donne la liste

# The disk.

-may-write = choisissez un dossier où vous avez le droit d’écrire, ou changez ses droits
storage-missing = il n’y a ni fichier ni dossier { $path }
storage-denied = le système ne permet pas d’utiliser { $path } : accès refusé
    .hint = { -may-write }
storage-full = impossible d’écrire { $path } : le disque est plein
    .hint = libérez de la place, puis relancez la même commande
storage-read-only = impossible d’écrire { $path } : le disque est en lecture seule
    .hint = { -may-write }
storage-exists = { $path } existe déjà
storage-failed = erreur du disque ou du système pour { $path } : { $cause }
-wait = attendez que ce soit fini, ou prenez un autre dossier
storage-in-use = c’est en cours d’utilisation par { $holder }
    .hint = { -wait }
storage-in-use-by-another = c’est en cours d’utilisation par un autre programme
    .hint = { -wait }
storage-held = c’est en cours d’utilisation par { $holder }
    .hint = attendez que ce soit fini ; si personne ne travaille ici (ce disque ne sait pas verrouiller, et le courant a pu être coupé), supprimez { $path } et recommencez
storage-no-locks = Ce disque ne sait pas verrouiller les fichiers, comme certains disques en réseau : { $path }. On continue, et un fichier à cet endroit tient à l’écart un second Booth. Ne laissez travailler qu’un ordinateur à la fois dans ce dossier, et faites des copies de sauvegarde.
storage-journal = le journal n’a pas pu être écrit auparavant
    .hint = relancez la même commande ; ce qui a été gardé est en sûreté

# The sheet and the sitting.

sheet-empty = la liste de phrases n’a de phrases dans aucune langue
    .hint = écrivez-les dans <langue>.tsv à côté de sheet.toml, ou indiquez le dossier d’une autre liste de phrases
sheet-languages = la liste de phrases a plusieurs langues : { $languages }
    .hint = indiquez laquelle lire avec --locale
sheet-no-prompt = la liste de phrases n’a pas de phrase `{ $prompt }`
    .hint = `booth prompts show` donne les identifiants
sheet-unknown = il n’y a pas de dossier `{ $place }`, ni de liste de phrases de ce nom dans le programme
    .hint = le programme contient : { $names } ; ou indiquez le dossier où se trouve sheet.toml
speaker-unknown = on ne sait pas qui parle
prompt-none = il n’y a pas de phrase à enregistrer
take-changed = l’enregistrement est revenu modifié

# Consent.

-ask-again = lancez `booth record` sans --consent pour que les questions soient reposées
consent-of-another = le consentement est celui de la voix `{ $given }`, et non `{ $wanted }`
    .hint = indiquez --speaker { $given }, ou un autre reçu
consent-of-another-text = le consentement a été donné pour un autre texte que celui d’aujourd’hui
    .hint = { -ask-again }
receipts-no-place = il n’y a pas de place à côté des enregistrements pour les reçus des personnes qui parlent
    .hint = enregistrez dans un dossier à part avec --into
consent-yet-to-come = le consentement porte la date du { $date }, qui est encore à venir
    .hint = vérifiez que l’horloge de cet ordinateur est juste
consent-ended = le consentement a pris fin le { $date }
    .hint = { -ask-again }
consent-without-asr = la reconnaissance de la parole (asr) n’a pas été acceptée
    .hint = sans elle, rien n’est enregistré ; la réponse peut être changée si la question est reposée
consent-not-given = rien n’est enregistré : la reconnaissance de la parole n’a pas été acceptée
    .hint = cette liste de phrases est enregistrée pour la reconnaissance de la parole ; rien n’a été conservé sur vous
consent-open = il reste des questions sur le consentement sans réponse
consent-not-signed = le consentement n’est pas donné
consent-missing = rien n’est enregistré sans reçu de consentement
    .hint = répondez aux questions sur le consentement, ou indiquez un reçu avec --consent FICHIER
flags-of-consent = --yes et --grant, ou --consent FICHIER
consent-unasked = rien n’est enregistré sans consentement, et personne ne peut répondre ici
    .hint = répondez avec { $flag }
consent-adults = seules les personnes majeures peuvent enregistrer ici elles-mêmes
    .hint = le reçu d’un parent ou tuteur s’indique avec --consent FICHIER
consent-no-text = il n’y a pas de texte de consentement pour { $locale }
    .hint = écrivez consent/{ $locale }.txt à côté de sheet.toml
consent-no-use = `{ $scope }` ne fait pas partie des usages ; sont possibles { $allowed }
consent-use-not-asked = l’usage { $scope } n’est pas demandé ici ; sont demandés { $asked }
    .hint = laissez-le de côté, ou faites-le ajouter à `uses` dans le fichier du projet
consent-no-licence = l’usage { $scope } demande une licence, et aucune n’est indiquée
    .hint = indiquez-la avec --licence, par exemple CC-BY-4.0, ou dans le fichier du projet
consent-no-contact = un contact a été donné, mais l’usage contact-again n’a pas été accepté
    .hint = laissez --contact de côté, ou acceptez l’usage avec --grant contact-again
consent-not-kept = le consentement ne permet pas de conserver `{ $field }`
    .hint = laissez --about { $field }=… de côté, ou redonnez le consentement avec --yes
about-form = `{ $given }` n’est pas KEY=VALUE avec KEY parmi { $fields }
about-refused = la réponse à `{ $field }` ne peut pas être conservée : { $why }
about-long = la réponse à `{ $field }` dépasse { $longest } caractères

# The keyboard and the system.

answer-needed = il faut une réponse : { $question }
    .hint = personne ne peut répondre ici ; répondez avec { $flag }
answer-form = on ne répond pas ainsi à `{ $question }`
answer-not-asked = `{ $question }` n’est pas demandé maintenant
answer-ended = la saisie s’est terminée avant une réponse
interrupted = arrêt, comme demandé
system-no-signal = impossible de surveiller Ctrl-C : { $cause }
system-no-random = le système ne donne pas d’octets aléatoires : { $cause }
system-epoch = SOURCE_DATE_EPOCH vaut `{ $given }` ; il faut un nombre entier de secondes depuis 1970
system-json = une valeur ne peut pas s’écrire en JSON

## A bar that shows how far a long work is; what stands in quotes is filled in by the bar

progress-bar = { "{bar:32}" } { "{pos}" } sur { "{len}" } { $unit }  { "{per_sec}" }  reste { "{eta}" }  { "{msg}" }

## Findings, the most important first: title, problem, what to do now, why it matters to a corpus

check-unreadable-file-title = Fichier illisible
check-unreadable-file-problem = Le fichier ne peut pas être lu comme un son.
check-unreadable-file-fix = Voyez la raison ci-dessous : convertissez le fichier ou copiez-le de nouveau. S’il vient d’être enregistré, recommencez l’enregistrement.
check-unreadable-file-why = Un fichier qui finit avant ce que dit son en-tête, ou qui n’est pas du son, serait coupé ou refusé par tout programme d’entraînement, souvent sans un mot.

check-device-lost-title = Le micro a disparu
check-device-lost-problem = Le micro a disparu ou a été changé pendant l’enregistrement.
check-device-lost-fix = Lisez encore une fois dès que le micro est là.
check-device-lost-why = Ce qui a été dit après ce moment manque, ou vient d’un autre micro ; ce qui reste semble entier, et personne ne l’entendra plus tard.

check-empty-file-title = Rien d’enregistré
check-empty-file-problem = Rien n’a été enregistré.
check-empty-file-fix = Vérifiez que le micro est branché et que le programme a le droit de l’utiliser.
check-empty-file-why = Un enregistrement aussi court ne contient aucun mot ; il apprend à un modèle que du texte peut être du silence.

check-digital-silence-title = Rien que du silence
check-digital-silence-problem = Il n’est arrivé que du silence.
check-digital-silence-fix = Le micro est coupé, ou ce n’est pas le bon : activez-le ou choisissez-en un autre.
check-digital-silence-why = Un micro ouvert varie toujours de plus d’un pas : c’est une entrée coupée ou la mauvaise, et non une pièce calme.

check-take-long-title = Trop long
check-take-long-problem = L’enregistrement est plus long que la durée permise.
check-take-long-fix = Lisez seulement ce qui est affiché, et arrêtez quand vous avez fini.
check-take-long-why = Personne ne met autant de temps à lire une phrase : le micro est resté ouvert, ou c’est un autre fichier. Ce qui dépasse n’est pas analysé, et la fin peut manquer.

check-computer-slept-title = Ordinateur en veille
check-computer-slept-problem = L’ordinateur s’est mis en veille, et ce qui a été dit pendant ce temps manque.
check-computer-slept-fix = Lisez encore une fois cette phrase.
check-computer-slept-why = Un ordinateur en veille, ou un programme arrêté, n’enregistre rien ; l’avant et l’après sont collés au milieu d’un mot, et personne ne peut l’entendre plus tard.

check-scale-wrong-title = Mauvaise échelle
check-scale-wrong-problem = Les échantillons dépassent de loin la pleine échelle : des entiers ont été stockés comme nombres à virgule.
check-scale-wrong-fix = Divisez tous les échantillons par la pleine échelle des entiers d’origine, 32768 pour 16 bits, et enregistrez de nouveau le fichier.
check-scale-wrong-why = Les nombres à virgule ont une pleine échelle de 1. Des entiers stockés ainsi sont des milliers de fois trop grands : lecteurs et programmes d’entraînement les réduisent à du bruit.

check-capture-xrun-title = Du son perdu
check-capture-xrun-problem = L’ordinateur était trop occupé et a perdu un peu de son.
check-capture-xrun-fix = Fermez les autres programmes et lisez encore une fois.
check-capture-xrun-why = Les échantillons perdus par l’ordinateur n’existent plus, et les bords sont recollés ; cela ne s’entend plus après coup, donc on les compte pendant l’enregistrement.

check-dropout-silent-title = Coupure du son
check-dropout-silent-problem = Le son s’est coupé un instant.
check-dropout-silent-fix = Vérifiez le câble ou la liaison sans fil et lisez encore une fois.
check-dropout-silent-why = Un vide comblé au milieu d’un son est un tampon perdu par le câble, la liaison sans fil ou le pilote, et un trou dans un mot.

check-no-speech-title = Aucune voix
check-no-speech-problem = Aucune voix ne s’est fait entendre.
check-no-speech-fix = Vérifiez le micro et lisez la phrase à voix haute.
check-no-speech-why = Un enregistrement sans parole sous un texte apprend à un système de reconnaissance à écrire des mots dans du bruit.

check-dropout-repeat-title = Son répété
check-dropout-repeat-problem = Le micro a répété un morceau de son.
check-dropout-repeat-fix = Lisez encore une fois ; si cela revient, utilisez une autre prise USB.
check-dropout-repeat-why = Un pilote qui livre deux fois un tampon produit un bégaiement qu’aucune bouche ne fait ; un son analogique ne se répète jamais au bit près.

check-clipped-title = Trop fort, déformé
check-clipped-problem = L’enregistrement est trop fort et déformé.
check-clipped-fix = Baissez le volume du micro ou reculez d’une largeur de main.
check-clipped-why = Des crêtes écrêtées ne se réparent pas, et un modèle y entend une autre voix. L’examen porte sur les limites propres à l’enregistrement : baisser un son saturé ne le cache pas.

check-start-cut-title = Début coupé
check-start-cut-problem = Quelqu’un parlait déjà quand l’enregistrement a commencé.
check-start-cut-fix = Commencez un instant plus tard ; si ce n’était pas vous, attendez le silence.
check-start-cut-why = Le premier son d’un mot manque : le texte et le son diffèrent juste là où un modèle les aligne.

check-end-cut-title = Fin coupée
check-end-cut-problem = Quelqu’un parlait encore quand l’enregistrement s’est arrêté.
check-end-cut-fix = Attendez un instant avant d’arrêter ; si ce n’était pas vous, relisez quand c’est calme.
check-end-cut-why = La fin du dernier mot manque : le texte et le son diffèrent juste là où un modèle les aligne.

check-read-incomplete-title = Trop court pour le texte
check-read-incomplete-problem = C’est trop court pour la phrase.
check-read-incomplete-fix = Tout a-t-il été lu ? Lisez encore une fois, du début à la fin.
check-read-incomplete-why = Des mots présents dans le texte et absents du son sont la pire erreur d’un corpus. La durée de lecture la révèle dès que le rythme de la personne est connu.

check-read-too-long-title = Trop long pour le texte
check-read-too-long-problem = C’est trop long pour la phrase.
check-read-too-long-fix = A-t-elle été lue deux fois, ou autre chose a-t-il été dit ? Lisez la phrase une fois, et rien d’autre.
check-read-too-long-why = Un texte lu deux fois, ou avec d’autres mots, a dans le son des mots que le texte n’a pas.

check-prompt-mismatch-title = Ce n’est pas la phrase
check-prompt-mismatch-problem = Ce qui s’entend n’est pas la phrase.
check-prompt-mismatch-fix = Lisez-la comme elle est écrite.
check-prompt-mismatch-why = Une autre phrase bien lue passe tous les contrôles du son ; seuls les mots d’un système de reconnaissance peuvent la révéler.

check-duplicate-exact-title = Encore le même enregistrement
check-duplicate-exact-problem = C’est le même enregistrement qu’un autre.
check-duplicate-exact-fix = Lisez la phrase ; chaque phrase demande son propre enregistrement.
check-duplicate-exact-why = Le même enregistrement sous deux phrases signifie que l’un des textes est faux ; deux fois sous une même phrase, il compte une voix en double.

check-duplicate-near-title = Copie d’un autre enregistrement
check-duplicate-near-problem = Cela semble être la copie d’un autre enregistrement.
check-duplicate-near-fix = Lisez la phrase ; chaque phrase demande son propre enregistrement.
check-duplicate-near-why = Une copie rendue plus forte, plus courte ou plus bruyante n’est toujours pas une seconde lecture.

check-noisy-title = Bruit de fond
check-noisy-problem = Il y a trop de bruit de fond.
check-noisy-fix = Fermez la fenêtre, arrêtez les ventilateurs ou rapprochez-vous du micro.
check-noisy-why = Le taux d’erreur de mots monte très vite quand le bruit est à moins de 10 dB de la voix.

check-narrowband-title = Son de téléphone
check-narrowband-problem = On dirait un téléphone.
check-narrowband-fix = Le casque est peut-être en mode appel ; prenez un câble ou le micro intégré.
check-narrowband-why = Il manque à la bande téléphonique les sons qui distinguent s de f ; dans un corpus à large bande, elle enseigne l’appareil au lieu de la langue.

check-format-low-title = Format insuffisant
check-format-low-problem = Le format d’enregistrement est insuffisant pour ce projet.
check-format-low-fix = Réglez l’appareil sur 16 bits et au moins la fréquence demandée.
check-format-low-why = Une fréquence ou un nombre de bits au-dessous de ce que demande le projet ne se rattrape pas en convertissant le fichier.

check-channel-dead-title = Un seul côté a du son
check-channel-dead-problem = Entre la gauche et la droite, un seul côté porte du son.
check-channel-dead-fix = C’est ce côté qui est utilisé ; vérifiez la prise si vous vouliez les deux.
check-channel-dead-why = Un côté ne porte rien : la fiche est à moitié enfoncée, ou c’est l’autre micro qui était voulu.

check-channels-inverted-title = Les côtés s’annulent
check-channels-inverted-problem = Les deux côtés s’annulent l’un l’autre.
check-channels-inverted-fix = Réglez le micro en mono, ou prenez-en un autre.
check-channels-inverted-why = Les deux côtés s’annulent dès qu’on les mélange en un seul, et la parole devient faible ou muette.

check-channels-differ-title = Deux voix, une par côté
check-channels-differ-problem = Les deux côtés portent des voix différentes, et un seul côté est utilisé.
check-channels-differ-fix = Faites un fichier de chaque côté, ou enregistrez une personne à la fois.
check-channels-differ-why = Un appel ou un entretien a une personne de chaque côté. Un côté est utilisé et l’autre abandonné : ses mots manquent, ou sont dans le texte et non dans le son.

check-too-quiet-title = Voix très faible
check-too-quiet-problem = La voix s’entend à peine dans cet enregistrement.
check-too-quiet-fix = Rapprochez-vous ou augmentez le volume du micro.
check-too-quiet-why = Une voix très faible est plus près du bruit de l’appareil, et un modèle entend les deux quand on monte le son.

check-noise-gated-title = Coupures entre les mots
check-noise-gated-problem = L’appareil coupe le son entre les mots.
check-noise-gated-fix = Désactivez la réduction de bruit.
check-noise-gated-why = La réduction de bruit coupe avec le bruit les souffles et les fins de mots douces, et laisse des trous qu’aucune pièce n’a.

check-limited-title = Passages forts écrasés
check-limited-problem = Les passages forts sont écrasés.
check-limited-fix = Désactivez l’amplification et le volume automatique, ou baissez le volume du micro.
check-limited-why = Le gain automatique, l’amplification et les limiteurs écrasent les sons forts, et un enregistrement saturé puis rééchantillonné a le même aspect.

check-hum-50-title = Ronflement électrique, 50 Hz
check-hum-50-problem = Il y a un ronflement électrique.
check-hum-50-fix = Débranchez le chargeur, ou changez de prise ou de câble.
check-hum-50-why = Le ronflement du secteur est sous chaque mot de la séance ; il s’enlève facilement à la prise, et difficilement après coup.

check-hum-60-title = Ronflement électrique, 60 Hz
check-hum-60-problem = Il y a un ronflement électrique.
check-hum-60-fix = Débranchez le chargeur, ou changez de prise ou de câble.
check-hum-60-why = Le ronflement du secteur est sous chaque mot de la séance ; il s’enlève facilement à la prise, et difficilement après coup.

check-rumble-title = Grondement sourd
check-rumble-problem = Il y a un grondement sourd.
check-rumble-fix = Enlevez le micro de la table et protégez-le du vent.
check-rumble-why = Les pas, le vent et les tables remplissent les sons les plus graves ; un filtre les enlève, mais la cause fait souvent aussi des chocs audibles.

check-click-noise-title = Clic ou choc
check-click-noise-problem = On entend un clic ou un choc près de la voix.
check-click-noise-fix = Ne touchez pas la table, et attendez un instant avant d’appuyer sur la touche.
check-click-noise-why = Les touches et les chocs à côté de la parole deviennent des sons qu’un modèle peut apprendre à attendre là.

check-reverberant-title = La pièce résonne
check-reverberant-problem = La voix revient des murs.
check-reverberant-fix = Allez dans une pièce avec des rideaux ou un lit, et rapprochez-vous du micro.
check-reverberant-why = Une pièce qui résonne étale chaque son sur le suivant ; l’écho peut s’ajouter plus tard, jamais s’enlever.

check-level-changed-title = Plus fort ou moins fort qu’avant
check-level-changed-problem = La voix est bien plus forte ou plus faible qu’avant.
check-level-changed-fix = Asseyez-vous comme au début.
check-level-changed-why = Un changement brusque de niveau signifie que la personne ou le micro a bougé, et avec lui le reste de la séance.

check-room-changed-title = Le fond a changé
check-room-changed-problem = Le bruit de fond est plus fort qu’au début.
check-room-changed-fix = Un appareil s’est-il mis en marche ? Arrêtez-le, ou attendez.
check-room-changed-why = Quelque chose s’est mis en marche. Mieux vaut s’en apercevoir après une phrase qu’après cent.

check-upsampled-title = Qualité plus basse que réglée
check-upsampled-problem = Le micro fournit un son de moins bonne qualité que son réglage.
check-upsampled-fix = Dans les réglages du son, choisissez la fréquence propre au micro.
check-upsampled-why = Le fichier est plus gros que son contenu, et un modèle pour la parole à large bande apprend que les aigus sont du silence.

check-peak-hot-title = Presque trop fort
check-peak-hot-problem = C’est presque trop fort.
check-peak-hot-fix = Baissez un peu le volume du micro.
check-peak-hot-why = Il n’y a presque plus de marge : le prochain mot plus fort saturera.

check-dc-offset-title = Décalage électrique
check-dc-offset-problem = L’entrée du micro ajoute au son un décalage électrique constant.
check-dc-offset-fix = Lisez encore une fois. Si cela revient, prenez une autre prise ou un autre micro.
check-dc-offset-why = Un décalage constant réduit la marge et fait un clic à chaque coupe ; la plupart des appareils n’en ont pas.

check-pause-long-title = Longue pause
check-pause-long-problem = Il y a une longue pause au milieu.
check-pause-long-fix = Lisez la phrase d’une traite.
check-pause-long-why = Un long arrêt au milieu est souvent une page tournée ou un second essai.

check-lead-silence-long-title = Long silence au début
check-lead-silence-long-problem = Il y a un long silence au début.
check-lead-silence-long-fix = Il n’y a rien à faire : il sera coupé. La prochaine fois, parlez peu après avoir vu ENREGISTREMENT.
check-lead-silence-long-why = Le silence coûte de la place et du temps d’entraînement ; il est coupé sans perte.

check-trail-silence-long-title = Long silence à la fin
check-trail-silence-long-problem = Il y a un long silence à la fin.
check-trail-silence-long-fix = Il n’y a rien à faire : il sera coupé. La prochaine fois, appuyez sur Entrée peu après le dernier mot.
check-trail-silence-long-why = Le silence coûte de la place et du temps d’entraînement ; il est coupé sans perte.

check-mos-low-title = Son peut-être mauvais
check-mos-low-problem = Le son est peut-être mauvais.
check-mos-low-fix = Écoutez-le, et lisez encore une fois si c’est le cas.
check-mos-low-why = Un second avis sur le son ; le modèle remarque à peine la saturation et les bandes étroites, il ne remplace donc aucun autre contrôle.

check-speech-doubtful-title = Peut-être pas une voix
check-speech-doubtful-problem = Ce n’est peut-être pas une voix.
check-speech-doubtful-fix = Écoutez-le, et lisez encore une fois si personne ne parle.
check-speech-doubtful-why = Ce que le détecteur a pris pour de la parole peut être de la musique, une toux ou une porte.

check-channels-identical-title = Deux côtés identiques
check-channels-identical-problem = La gauche et la droite sont identiques : une seule est stockée.
check-channels-identical-fix = Il n’y a rien à faire ; une entrée mono prend moins de place.
check-channels-identical-why = Tout va bien ; le fichier est deux fois plus gros qu’il ne faut.

## Findings that come from no check

check-interrupted-title = Enregistrement coupé
check-interrupted-problem = L’enregistrement a été coupé par une panne ou un signal.
check-interrupted-fix = Écoutez-en la fin ; lisez encore une fois s’il manque un mot.
check-interrupted-why = Un mot coupé est dans le texte et non dans le son, et apprend à un modèle à sauter des mots.

check-file-altered-title = Fichier modifié
check-file-altered-problem = Le fichier n’est pas celui qui a été enregistré.
check-file-altered-fix = Remettez le fichier enregistré, ou recommencez l’enregistrement.
check-file-altered-why = Personne ne peut dire ce que contient un fichier modifié après son examen : son verdict, son texte et son consentement sont ceux d’un autre.

check-file-missing-title = Fichier manquant
check-file-missing-problem = Le fichier n’est pas là.
check-file-missing-fix = Remettez-le à partir d’une copie, ou recommencez l’enregistrement.
check-file-missing-why = Un texte sans son enregistrement n’apprend rien, et ce qu’on en compte est faux.
