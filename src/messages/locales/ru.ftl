# The words that a contributor can meet, in Russian.
#
# Register: «вы» with a small letter, as in the sheet and the consent text; friendly and neutral, no past tense that tells the reader's gender.
# Words: recording (take) = запись; sentence (prompt) = фраза; reading = прочтение (only where a sentence is read several times);
# sitting (session) = сеанс; microphone = микрофон; loudspeaker = динамик; break = перерыв; keep = оставить; receipt = квитанция;
# withdrawal code = код отзыва; sheet = набор фраз; speaker, contributor = участник; the key = Enter.

## Verdicts

verdict-pass = ХОРОШО
verdict-warn = СОЙДЁТ
verdict-reject = ЗАНОВО

## The start of a sitting

welcome-head = { $title }  ({ $locale }, участник { $speaker }, { $device })
welcome-going-on = Продолжаем: готово { $kept } из { $readings }.
welcome-another = В прошлый раз микрофон был { $before }; сейчас это { $now }.
welcome-readings =
    { $count ->
        [one] { $count } фраза.
        [few] { $count } фразы.
        [many] { $count } фраз.
       *[other] { $count } фразы.
    }
welcome-longest = Наибольшая длина одной записи: { $length }. Более длинная остановится сама, и использовать её будет нельзя.
welcome-patience = Запись, которая длится намного дольше, чем нужно для её фразы, останавливается сама.
welcome-listening =
    Микрофон включён с этой минуты и до конца. Сохраняется то, что звучит между двумя нажатиями Enter, и по полсекунды до и после.
welcome-keys = ? и Enter — показать все клавиши; после каждой буквы нажимайте Enter.
recovered-saved =
    { $count ->
        [one] Прошлый сеанс оборвался. Сохранена { $count } незаконченная запись.
        [few] Прошлый сеанс оборвался. Сохранены { $count } незаконченные записи.
        [many] Прошлый сеанс оборвался. Сохранено { $count } незаконченных записей.
       *[other] Прошлый сеанс оборвался. Сохранено { $count } незаконченной записи.
    }
session-unreadable =
    Одну папку с записями не удаётся прочитать, она остаётся как есть: { $path } ({ $cause }). Покажите это тому, кто вам помогает.
recovered-torn = Прошлый сеанс оборвался. Всё, что вы оставили, цело.

clock-early = На часах этого компьютера { $date } — это раньше, чем сделана эта программа. Установите дату и время и запустите её снова: записи с такой датой и согласие на них потом нельзя использовать.
clock-late = На часах этого компьютера { $date } — это слишком далеко от сегодняшнего дня. Установите дату и время и запустите программу снова: записи с такой датой и согласие на них потом нельзя использовать.

## The room

room-listening =
    { $seconds ->
        [one] Пожалуйста, помолчите { $seconds } секунду: измеряется шум в комнате.
        [few] Пожалуйста, помолчите { $seconds } секунды: измеряется шум в комнате.
        [many] Пожалуйста, помолчите { $seconds } секунд: измеряется шум в комнате.
       *[other] Пожалуйста, помолчите { $seconds } секунды: измеряется шум в комнате.
    }
room-silent = Звука нет.
room-silent-advice = Приходит только тишина. Может быть, микрофон отключён или нужен другой?
room-loud = В комнате шумно.
room-loud-advice = Закройте окно, выключите вентиляторы или сядьте ближе к микрофону.
room-quiet = В комнате достаточно тихо.
room-keys = Enter: послушать ещё раз   g: всё равно продолжить   q: закончить на сегодня

## The prompt and the take

media-sound = Сначала прозвучит пример. Говорите, когда он закончится; e: прослушать ещё раз
media-picture = Посмотрите на эту картинку и скажите, что к ней относится: { $path }
prompt-place = { $number } из { $readings }
prompt-reading = прочтение { $repetition } из { $repeat }
prompt-again = ещё раз
prompt-kept = оставлена
prompt-of-attempts = запись { $attempt } из { $attempts }
take-length = { $seconds } с
take-stopped-long = Запись стала длиннее, чем можно ({ $length }), и остановлена.
length-minutes =
    { $count ->
        [one] { $count } минута
        [few] { $count } минуты
        [many] { $count } минут
       *[other] { $count } минуты
    }
length-seconds =
    { $count ->
        [one] { $count } секунда
        [few] { $count } секунды
        [many] { $count } секунд
       *[other] { $count } секунды
    }
take-also = ещё: { $titles }
take-device = С этим микрофоном лучше не получится.
finding-said = { $problem } { $fix }
meter-clipped = громко!
slept =
    { $seconds ->
        [one] Компьютер был в режиме сна { $seconds } секунду. Продолжаем с этого места.
        [few] Компьютер был в режиме сна { $seconds } секунды. Продолжаем с этого места.
        [many] Компьютер был в режиме сна { $seconds } секунд. Продолжаем с этого места.
       *[other] Компьютер был в режиме сна { $seconds } секунды. Продолжаем с этого места.
    }
device-searched = Программа ищет микрофон каждую секунду, не дольше минуты. Как только он появится, сеанс продолжится; q: закончить на сегодня
device-muted = Микрофон { $name } был отключён: записывается только тишина. Включите его в настройках звука системы.
device-unmuted = Микрофон { $name } снова включён.
device-back = Микрофон снова есть: { $name }. Продолжаем.

## What holds for a microphone, before the first prompt, and what to do about it

remark-monitor = Это не микрофон: он записывает то, что играет динамик.
    .wait = Выберите микрофон с помощью --device; список покажет `booth devices`.
remark-unplugged = В гнездо этого микрофона ничего не вставлено.
    .wait = Подключите микрофон или выберите другой с помощью --device; список покажет `booth devices`.
remark-muted = Этот микрофон отключён.
    .wait = Включите его в настройках звука системы.
remark-volume = Громкость этого микрофона в системе — { $percent } %.
    .wait = Поставьте 100 % в настройках звука, а говорите немного громче или тише.
remark-telephone = Этот микрофон звучит как телефон ({ $rate }).
    .wait = Так бывает с беспроводной гарнитурой в режиме разговора. Возьмите проводную или встроенный микрофон.
remark-narrow = Этот микрофон работает на частоте { $rate }; нужно { $wanted } Hz.
    .wait = Выберите частоту выше в настройках звука системы или другой микрофон.

## What the recorder noticed

capture-lost = Компьютер был слишком занят, и часть звука пропала.
capture-stalled = Какое-то время звук от микрофона не поступал.
capture-missing = В этой записи не хватает части звука.
capture-silent = Записана только тишина.
capture-clock = Микрофон на деле работает на частоте { $measured } Hz, а не { $stated }.

## What the booth is doing

phase-idle = Сеанс ещё не начался.
phase-showing = Можно начинать.
phase-recording = ИДЁТ ЗАПИСЬ
phase-judging = Минутку.
phase-verdict = Оставьте эту запись или прочитайте ещё раз.
phase-paused = Перерыв.
nobody-heard = Уже второй раз никого не слышно. Вы здесь?
phase-done = Всё прочитано.
phase-finished = Сеанс окончен.
done-all =
    { $readings ->
        [one] Готово: оставлена { $readings } фраза, это всё.
        [few] Готово: оставлены все { $readings } фразы.
        [many] Готово: оставлены все { $readings } фраз.
       *[other] Готово: оставлено всё, { $readings } фразы.
    }
done-some =
    { $left ->
        [one] Пока это всё: оставлено { $kept } из { $readings }, { $left } пропущена.
        [few] Пока это всё: оставлено { $kept } из { $readings }, { $left } пропущены.
        [many] Пока это всё: оставлено { $kept } из { $readings }, { $left } пропущено.
       *[other] Пока это всё: оставлено { $kept } из { $readings }, { $left } пропущено.
    }
done-limit = Прочитано столько, сколько вы хотели на сегодня: оставлено { $kept } из { $readings }.

## The list of all sentences

reading-kept = оставлена
reading-left-out = пропущена
reading-open = впереди
reading-none = `{ $given }` — такой фразы в списке нет; можно ввести число от 1 до { $readings }. l: весь список
report-ask = Что не так с этой фразой?
report-spelling = В ней ошибка
report-unnatural = Так никто не говорит
report-unclear = Её можно прочитать по-разному
report-unfit = Я не хочу читать это вслух
report-other = Другое
report-keys = Введите номер, за ним можно добавить свои слова. Enter: ничего не сообщать
report-thanks = Спасибо, передано.
report-none = Ничего не передано.

## Keys

keys-showing = Enter: запись   s: пропустить   b: назад   q: закончить на сегодня
keys-recording = Читайте. Enter: стоп
keys-verdict = Enter: оставить   r: ещё раз   p: прослушать   s: пропустить   b: назад
keys-rejected = Enter: ещё раз   k: всё равно оставить   p: прослушать   s: пропустить
keys-kept = Enter: дальше   r: ещё раз   p: прослушать   d: удалить   b: назад
keys-attempts = <  >: предыдущая или следующая запись
keys-delete = Удалить эту запись насовсем? Вернуть её нельзя.   d: удалить   Enter: нет
keys-paused = Enter: продолжить   q: закончить на сегодня
keys-done = Enter: конец   b: к последней фразе   u: отменить решение   l: весь список
keys-hands-free = Читайте каждую фразу, когда будете готовы; дальше всё идёт само. q: закончить на сегодня   w: перерыв   ?: все клавиши
key-unknown = `{ $key }` здесь ничего не делает; ? — показать все клавиши.
key-arrows = Стрелки и другие особые клавиши здесь не действуют; ? — показать все клавиши.
help-enter = записать; остановить; оставить хорошую запись; перечитать неудачную
    .key = Enter
help-keep = оставить эту запись
    .key = k
help-redo = прочитать ещё раз; эта запись остаётся, пока не оставите другую
    .key = r
help-play = прослушать эту запись; у фразы — последнюю её запись
    .key = p
help-hear = прослушать пример к этой фразе ещё раз
    .key = e
help-skip = пропустить, можно указать причину; фраза появится снова в конце
    .key = s [ПРИЧИНА]
help-report = сообщить, что с этой фразой что-то не так
    .key = x [ЧТО]
help-back = назад к предыдущей
    .key = b
help-choose = посмотреть предыдущую или следующую запись той же фразы
    .key = <  >
help-undo = отменить последнее решение, сколько угодно раз
    .key = u
help-delete = удалить эту запись насовсем; сначала будет вопрос
    .key = d
help-list = список всех фраз и что с каждой из них
    .key = l
help-goto = перейти к фразе с этим номером в списке
    .key = g НОМЕР
help-help = этот список
    .key = ?
help-pause = сделать перерыв
    .key = w
help-mode = кто останавливает запись: вы, тишина или всё идёт само; каждое m — следующий вариант
    .key = m
help-quit = закончить на сегодня; в следующий раз всё продолжится отсюда
    .key = q
help-interrupt = остановить сразу; всё, что вы оставили, цело
    .key = Ctrl-C

## Why a command cannot be followed now

refusal-recording = Идёт запись. Сначала остановите её клавишей Enter.
refusal-not-recording = Запись сейчас не идёт.
refusal-judging = Минутку, запись проверяется.
refusal-undecided = Сначала оставьте эту запись или прочитайте фразу ещё раз.
refusal-no-take = У этой фразы ещё нет записи.
refusal-no-sound = К этой фразе нет примера, который можно прослушать.
refusal-silent = В этой записи нет голоса, её нельзя оставить. Прочитайте ещё раз или пропустите фразу.
refusal-cut-short = Эта запись оборвалась, её нельзя оставить. Прочитайте ещё раз.
refusal-no-such-take = С этой стороны других записей этой фразы нет.
refusal-elsewhere = Эта запись сделана в прежнем сеансе с другим оборудованием, отсюда её нельзя удалить.
refusal-not-asked = Сейчас вопроса нет.
refusal-nothing-to-undo = В этом сеансе нет решения, которое можно отменить.
refusal-unseen = Это пришло раньше, чем появился вопрос.
refusal-done = Всё прочитано. Сначала вернитесь к какой-нибудь фразе.
refusal-kept = Эта запись уже оставлена.
refusal-nothing-before = Раньше этой фразы ничего нет.
refusal-unknown-prompt = В наборе нет такой фразы.
refusal-paused = Сейчас перерыв. Нажмите Enter, чтобы продолжить.
refusal-not-paused = Сейчас не перерыв.
refusal-device-lost = Микрофон пропал. Продолжим, как только он появится.
refusal-not-open = Сеанс окончен.

## Why a recording stopped

stop-user = Вы остановили запись.
stop-end = Звук закончился.
stop-length = Запись стала длиннее, чем можно.
stop-interrupted = Сеанс прервали посередине.
stop-device-lost = Микрофон пропал.
stop-disk = Запись не удалось сохранить.
stop-discarded = Это была ошибка; записи не будет.
stop-unknown = Запись остановилась.

## The end of a sitting

close-finished = Всё прочитано.
close-limit = На этот сеанс достаточно.
close-quit = На сегодня закончено.
close-interrupted = Остановлено по вашей просьбе.
close-nobody = Никого не было слышно, поэтому сеанс остановлен.
close-error = Сеанс пришлось закончить.
close-device-changed = Микрофон сменился.
close-recovered = То, что оборвалось, приведено в порядок.
close-unknown = Сеанс окончен.
farewell-given =
    { $count ->
        [one] За этот сеанс вы прочитали { $count } фразу, всего готово { $all } ({ $minutes } мин).
        [few] За этот сеанс вы прочитали { $count } фразы, всего готово { $all } ({ $minutes } мин).
        [many] За этот сеанс вы прочитали { $count } фраз, всего готово { $all } ({ $minutes } мин).
       *[other] За этот сеанс вы прочитали { $count } фразы, всего готово { $all } ({ $minutes } мин).
    }
farewell-done = Это всё. Спасибо!
farewell-left =
    { $count ->
        [one] Осталась { $count } фраза. Чтобы продолжить:
        [few] Остались { $count } фразы. Чтобы продолжить:
        [many] Осталось { $count } фраз. Чтобы продолжить:
       *[other] Осталось { $count } фразы. Чтобы продолжить:
    }
farewell-where = Ваши записи лежат в { $path }
farewell-contact = Передайте их: { $name }, { $contact }.
farewell-contact-unnamed = Передайте их тому, кто попросил вас их сделать.

## Questions

question-speaker = Кто читает: { $speakers }? (Enter: кто-то новый)
question-new-speaker = Участника `{ $speaker }` здесь нет. Введите это имя ещё раз, чтобы начать как новый участник, или то имя, которое имели в виду:
question-adult = По законам моей страны я взрослый (совершеннолетний) человек
question-contact = Как с вами связаться; это хранится отдельно от записей
page-more = Enter: читать дальше
form-uses = Я разрешаю:
form-about = О вас, если хотите
form-ticked = [x]
form-open = [ ]
form-needed = (обязательно)
form-left-out = -
form-keys =
    Введите номер и нажмите Enter, чтобы поставить или снять отметку, или введите номер и слова, например: { $example } за сорок
    Просто Enter: всё так, как я хочу.   q: выйти, ничего не сохранится
form-lacking = Без отметки в строках { $numbers } записывать нельзя.
form-unknown = `{ $given }` — такой строки здесь нет; можно ввести число от 1 до { $last }.
form-no-words = В строке { $number } слова не нужны: один её номер ставит или снимает отметку.
form-words = В строке { $number } нужны слова: введите их после номера. Знак - после номера стирает их.
about-gender = Ваш пол, своими словами
about-age = Ваш возраст, можно примерно: за тридцать
about-accent = Ваш акцент или регион
about-native-language = Ваш родной язык

## Uses that are asked for; each goes on with "You may"

scope-asr = использовать мои записи, чтобы обучать программы распознаванию речи
scope-tts = использовать записи, чтобы создать синтезированный голос, который может быть похож на мой
scope-speaker-id = использовать записи, чтобы обучать программы определять по голосу того, кто говорит
scope-evaluation = использовать записи для оценки качества таких программ
scope-share-gated =
    { $licence ->
        [none] передавать записи тем, кто подписал условия использования
       *[other] передавать записи тем, кто подписал условия использования, по лицензии { $licence }
    }
scope-share-open =
    { $licence ->
        [none] открыто публиковать записи: кто угодно может скачать и использовать их
       *[other] открыто публиковать записи по лицензии { $licence }: кто угодно может скачать их и использовать так, как она разрешает
    }
scope-contact-again = снова просить меня о записях

## The receipt

consent-holds = Ваше согласие от { $date } (квитанция { $receipt }) ещё действует.
project-used = Проект: { $path }
receipt-where = Ваша квитанция с кодом отзыва: { $path }
receipt-code = Код отзыва: { $code }   (сохраните его; больше он нигде не хранится)
controller-unnamed = тот, кто проводит эту запись
contact-unnamed = тот, кто попросил вас сделать эти записи
copy-consent = Ваше согласие
copy-consent-said = дано { $date } (UTC), ваш экземпляр
copy-receipt = Квитанция
copy-speaker = Вы
copy-speaker-said = участник { $speaker } (имя вместе с записями не хранится)
copy-controller = Записи собирает
copy-contact = Как связаться
copy-until = Срок до
copy-yes = да
copy-no = нет
copy-licence = Лицензия
copy-code = Код отзыва
copy-withdraw = Как отозвать
copy-keep = Сохраните этот код: больше он нигде не хранится и доказывает, что записи ваши.
copy-text = Текст, который вам показали ({ $locale }):
withdrawal-by-code = Сообщите код отзыва тому, кто указан выше; причину называть не нужно.
gone-head = Отозвано { $date } (UTC), номер { $id }
gone-speaker = Вы отозвали всё, что записали до этого времени.
gone-session = Вы отозвали один сеанс.
gone-take = Вы отозвали одну запись.
gone-scope = Отныне с этим больше не делают следующего: { $scope }. Больше ничего не меняется.
gone-deleted = Удалено навсегда: записей: { $takes }, секунд звука: { $seconds }. Поиск после этого ничего не нашёл.
gone-no-release = Это не было опубликовано.
gone-releases = Это есть в уже вышедших выпусках: { $releases }. Каждого, у кого есть такой выпуск, просят удалить это и там.
gone-models = То, чему модель уже научилась на опубликованном выпуске, из обученной модели убрать нельзя.
gone-next = Следующий выпуск делается без этого. Сохраните это письмо: оно служит доказательством.
mine-head = Всё, что здесь хранится о вас, скопировано { $date } (UTC)
mine-sessions = Сеансов: { $count }, каждый в своей папке внутри sessions/.
mine-files = В каждой: ваши записи в audio/, то, что вам показывали, и то, что об этом измерено и сказано, в takes.jsonl, то, что услышали программы, в transcripts.jsonl, то, на что вы согласились, в consent/.
mine-receipts = В receipts/: ваши квитанции, письма и то, что вы сообщили о связи с вами.
mine-rights = Это ваше: читайте, храните, отдавайте кому хотите. С кодом из квитанции вы можете отозвать всё.
feedback-head = Что стало с вашими записями, от тех, кто их собирает
feedback-thanks = Принято на сегодня: { $count }. Спасибо за каждую.
feedback-again = Прочитайте, пожалуйста, ещё раз: { $count }, примерно { $minutes } мин.
feedback-nothing = Ничего перечитывать не нужно.
feedback-why = { $count } × { $why }
feedback-advice = Почти у всего одна причина. Прежде чем продолжить: { $fix }
feedback-here = Ещё раз, пожалуйста: { $problem }
feedback-heard = Эту запись прослушали и просят прочитать ещё раз. Прочитайте спокойно, так, как сказали бы дома.
feedback-how = Для этого положите этот файл рядом с папкой ваших записей и записывайте как обычно.
feedback-of-another = Этот отзыв для { $given }, а читает { $wanted }.
feedback-elsewhere = Кроме того, из других листов или на других языках, или которых в листе больше нет: { $count }.
feedback-unreadable = Отзыв не удаётся прочитать, { $path }: { $cause }
hand-in-made = Ваш файл для передачи: { $files } – его код { $code }.
hand-in-nothing = Нет ничего, что не было бы уже передано.
hand-in-lacking = Не всё удалось поместить в файл: { $count }. Скажите об этом тому, кто просил вас о записях.
farewell-bundle = Чтобы сделать из них один файл для передачи:

## The page in the browser: what is said of a sitting

language-name = Русский
page-link = Откройте эту ссылку в браузере на этом компьютере; она открывает страницу только один раз:
page-address = В браузере, где страница уже была открыта, её снова откроет { $address }.
page-running = Страница уже открыта; открываем её ещё раз.
page-no-browser = не удаётся открыть браузер ({ $cause }); откройте ссылку выше
page-no-server = не удаётся показать страницу: { $cause }
    .hint = возможно, мешает другая программа; `booth record` записывает в терминале
page-alone = десять минут никто не смотрел на страницу
page-over-said = Booth завершил работу. Эту страницу можно закрыть.
page-trouble = Не получилось
page-start = Что вы хотите прочитать?
page-sheet-languages =
    { $count ->
        [one] { $count } язык
        [few] { $count } языка
        [many] { $count } языков
       *[other] { $count } языка
    }
page-consent = Перед началом
page-sound = Проверка звука
page-microphone-say = Скажите что-нибудь, пока микрофоны слушают, например что вы видите вокруг.
page-was-away = Страницу закрыли, поэтому запись остановлена; она сохранена.
page-device-searched = Программа ищет микрофон каждую секунду, не дольше минуты. Как только он появится, сеанс продолжится.
page-device-advice = Подключите его снова или выберите другой микрофон.
page-device-busy = Закройте другую программу, которая им пользуется, или выберите другой микрофон.
page-device-denied = Разрешите Booth доступ к микрофону в настройках конфиденциальности этого компьютера.
page-picture-alt = Картинка к этой фразе
page-delete-ask = Удалить эту запись насовсем? Вернуть её нельзя.
page-kept = Оставлено { $kept } из { $readings }
page-minutes = Записано { $minutes } мин
page-left =
    { $count ->
        [one] Осталось около { $count } минуты
        [few] Осталось около { $count } минут
        [many] Осталось около { $count } минут
       *[other] Осталось около { $count } минуты
    }
page-refused-recording = Идёт запись. Сначала остановите её.
page-refused-paused = Сейчас перерыв. Сначала продолжите сеанс.
page-reason-hard-to-say = Трудно произнести
page-reason-wrong-sentence = С фразой что-то не так
page-reason-not-now = Не сейчас
page-verdict-pass = Хорошо
page-verdict-warn = Проверьте запись
page-verdict-reject = Прочитайте ещё раз
page-end = Спасибо
page-end-left =
    { $count ->
        [one] Осталась { $count } фраза. Можно продолжить сейчас или снова запустить Booth в другой день.
        [few] Остались { $count } фразы. Можно продолжить сейчас или снова запустить Booth в другой день.
        [many] Осталось { $count } фраз. Можно продолжить сейчас или снова запустить Booth в другой день.
       *[other] Осталось { $count } фразы. Можно продолжить сейчас или снова запустить Booth в другой день.
    }
page-end-withdraw = Вы можете отозвать свои записи в любой момент: сообщите код отзыва из вашей квитанции тому, кто попросил вас их сделать. Причину называть не нужно.
break-offer = Вы читаете уже полчаса. Сделаем перерыв?
mode-said = Запись с этого момента: { $mode }.
mode-manual = вручную
mode-auto-stop = останавливается сама
mode-hands-free = без рук

## How a microphone does, in a word or two

figure-voice = Ваш голос
figure-voice-none = не слышен
figure-voice-faint = слабый
figure-voice-good = хороший
figure-voice-strong = сильный
figure-voice-loud = слишком громкий
figure-room = Комната
figure-room-quiet = тихая
figure-room-heard = слегка шумная
figure-room-loud = шумная
figure-band = Звук
figure-band-full = ясный
figure-band-narrow = немного глухой
figure-band-telephone = как по телефону

## The page in the browser: its fixed words

# Whole page
page-name = Booth
page-go-on = Дальше
page-back = Назад
page-close = Закрыть
page-note-info = Примечание
page-note-warn = Внимание
page-note-bad = Проблема
# Full screen when the program does not answer any more
page-gone = Booth остановился
page-gone-safe = Всё, что вы оставили, цело и хранится на этом компьютере.
page-gone-how = Чтобы продолжить, запустите Booth снова так же, как раньше. Тогда эта страница вернётся сама или откроется новая.
page-gone-trying = Эта страница ищет Booth.
page-elsewhere = Booth открыт в другой вкладке
page-elsewhere-what = Записывать можно только в одной вкладке.
page-take-over = Работать в этой вкладке

# Start: what to read
page-language = Язык этой страницы
page-sheet = Что читать
page-locale = Язык фраз
page-begin = Начать

# Who reads
page-who = Кто читает?
page-who-why = Придумайте себе имя; настоящее не указывайте. Можно использовать маленькие латинские буквы от a до z и цифры.
page-who-before = Я здесь не впервые
page-who-new = Я здесь впервые
page-who-name = Придуманное имя

# Consent
page-consent-adult = Прежде всего
page-consent-uses = Я разрешаю
page-consent-about = О вас, если хотите
page-consent-needed = обязательно
page-consent-nothing = Заранее ничего не отмечено. Разрешено только то, что вы отметите.
page-agree = Согласиться и продолжить
page-refuse = Выйти, ничего не сохранится

# Microphone
page-microphone-listening = Слушаем все микрофоны
page-microphone-choose = Выберите микрофон
page-microphone-none = Микрофон не найден
page-microphone-waiting = ждёт
page-microphone-listens = слушает
page-microphone-failed = не работает
page-microphone-best = Лучший для вашего голоса
page-microphone-default = Выбор компьютера
page-microphone-chosen = Выбран
page-microphone-use = Взять этот
page-microphone-level = Как громко он вас слышит
page-listen = Послушать ещё раз

# Sound check
page-check = Начать проверку звука
page-check-again = Проверить ещё раз
page-check-stop = Готово
page-check-anyway = Всё равно продолжить
page-check-room = Пожалуйста, помолчите
page-check-sentence = Теперь прочитайте это вслух
page-check-judging = Минутку
page-check-passed = Вас хорошо слышно
page-check-good = хорошо
page-check-poor = пока не очень
page-seconds-left = Осталось секунд

# Booth: what is going on now
page-phase-showing = Можно начинать
page-phase-recording = Идёт запись
page-phase-judging = Минутку
page-phase-verdict = Ваша запись
page-phase-paused = Перерыв
page-phase-done = Всё прочитано
page-phase-lost = Нет микрофона
page-previous = Предыдущая фраза
page-next = Следующая фраза
page-sentence = Прочитайте это вслух
page-controls = Кнопки
page-again = Ещё раз
page-picture = Картинка

# Booth: what can be done (buttons)
page-record = Записать
page-stop = Стоп
page-keep = Оставить
page-keep-anyway = Всё равно оставить
page-redo = Прочитать ещё раз
page-play = Прослушать
page-play-stop = Не слушать дальше
page-skip = Пропустить
page-back-step = Назад
page-undo = Отменить решение
page-delete = Удалить
page-delete-yes = Удалить насовсем
page-delete-no = Не удалять
page-cancel = Отмена
page-discard = Сбросить
page-pause = Сделать перерыв
page-resume = Продолжить
page-quit = Закончить на сегодня
page-list = Все фразы
page-hint = Показать подсказку
page-hint-hide = Скрыть подсказку
page-hear = Прослушать пример
page-report = Что-то не так с этой фразой?
page-hold = Держите и читайте
page-release = Отпустите: стоп

# Booth: the recording just made
page-take-kept = оставлена
page-take-earlier = более ранняя запись
page-take-others = Другие замечания
page-take-fix = Сначала попробуйте это
page-take-wave = Рисунок вашей записи
page-take-speech = ваш голос
page-take-attempts = Записи этой фразы
page-attempt = Запись
page-skip-why = Почему вы пропускаете эту фразу?
page-skip-plain = Без причины
page-report-why = Что не так с этой фразой?
page-who-is-there = Я здесь

# Booth: the level of the microphone
page-meter = Громкость
page-meter-silent = Звука нет
page-meter-room = Ждём ваш голос
page-meter-quiet = Тиховато
page-meter-good = Хорошо
page-meter-high = Громковато
page-meter-loud = Слишком громко

# List of all sentences
page-list-loading = Минутку
page-list-all = Все

# Settings
page-settings = Настройки
page-settings-mode = Как останавливается запись
page-mode-manual = Её останавливаю я
page-mode-auto-stop = Останавливается, когда я замолкаю
page-mode-hands-free = Начинается и останавливается сама
page-settings-hold = Держать клавишу или кнопку, пока я читаю
page-settings-auto-play = Проигрывать мне записи с замечаниями
page-settings-keys = Пользоваться клавиатурой
page-settings-keys-which = Клавиши
page-settings-key-change = Сменить клавишу
page-settings-key-press = Нажмите клавишу
page-settings-key-reset = Вернуть все клавиши
page-settings-key-fixed = Пробел и Enter всегда делают то, что написано на большой кнопке.
page-key-space = Пробел
page-key-enter = Enter
page-key-escape = Esc

# End
page-end-again = Читать дальше
page-end-finish = Завершить
page-hand-in = Сделать один файл для передачи
page-end-where = Ваши записи
page-receipt = Ваша квитанция
page-receipt-code = Код отзыва
page-receipt-copy = Скопировать код
page-receipt-copied = Скопировано
page-receipt-print = Распечатать эту страницу
page-withdraw = Если вы передумаете

# Trouble, and the last page
page-retry = Попробовать ещё раз
page-over = Теперь эту страницу можно закрыть.

# The button that opens the rest of the buttons on a small screen, and the heading of what it opens
page-menu = Ещё

## Trouble: no capital and no full stop, as it stands behind "trouble:" or "error:"

trouble-head = проблема
trouble-said = { $head }: { $message }
trouble-hint = совет: { $hint }

# The microphone and the loudspeaker; $direction is input or output.

-plug-in = подключите его снова или выберите другой с помощью --device, затем повторите ту же команду, чтобы продолжить
-devices = `booth devices` покажет, что есть
device-lost-gone = микрофон `{ $name }` отсоединён
    .wait = Подключите его снова.
    .hint = { -plug-in }
device-lost-invalidated = система изменила микрофон `{ $name }`, его нужно открыть заново
    .wait = Программа открывает его снова.
    .hint = { -plug-in }
device-lost-host = звуковая система завершилась, а с ней пропал и микрофон `{ $name }`
    .wait = Он вернётся вместе со звуковой системой.
    .hint = { -plug-in }
device-lost-errors = микрофон `{ $name }` сообщает только об ошибках
    .wait = Отсоедините его и подключите снова.
    .hint = { -plug-in }
device-lost-changed = система выбрала другой микрофон вместо `{ $name }`
    .wait = Продолжаем с тем, который выбран теперь.
    .hint = { -plug-in }
device-lost-suspended = система усыпила микрофон `{ $name }`
    .wait = Разбудите его в настройках звука системы или подключите снова.
    .hint = разбудите его в настройках звука системы или выберите другой с помощью --device; затем повторите ту же команду, чтобы продолжить
device-lost-silent = звуковая система не отвечает, и от микрофона `{ $name }` ничего не поступает
    .wait = Сеанс продолжится, когда звуковая система снова ответит.
    .hint = перезапустите звуковой сервер, затем повторите ту же команду, чтобы продолжить
device-no-audio = от микрофона `{ $name }` не поступает звук
    .wait = Проверьте, подключён ли он и включён ли.
    .hint = проверьте, подключён ли он и не спит ли, или выберите другой с помощью --device
device-not-back =
    { $seconds ->
        [one] за { $seconds } секунду микрофон не появился
        [few] за { $seconds } секунды микрофон не появился
        [many] за { $seconds } секунд микрофон не появился
       *[other] за { $seconds } секунды микрофон не появился
    }
    .hint = { -plug-in }
device-closed = микрофон закрыт
device-no-thread = не удаётся запустить поток, который слушает микрофон
device-search-ended = поиск микрофона закончился
device-search-failed = не удаётся начать поиск микрофона
-plug-one-in = подключите микрофон или записывайте из файлов с помощью --device file:ПУТЬ
device-no-card = микрофона нет: у этого компьютера нет звуковой карты, и звуковой сервер не отвечает
    .hint = { -plug-one-in }
device-none = микрофона нет: система не предлагает ни одного
    .hint = { -plug-one-in }
device-missing =
    { $direction ->
        [output] динамика `{ $name }` нет
       *[input] микрофона `{ $name }` нет
    }
    .hint = { -devices }
device-silent =
    { $direction ->
        [output] динамик `{ $name }` не отвечает
       *[input] микрофон `{ $name }` не отвечает
    }
    .hint = перезапустите звуковой сервер или выберите другое устройство; список покажет `booth devices`
device-busy =
    { $direction ->
        [output] динамик `{ $name }` занят другой программой
       *[input] микрофон `{ $name }` занят другой программой
    }
    .hint = закройте другую программу или выберите другое устройство; список покажет `booth devices`
device-denied =
    { $direction ->
        [output] система не разрешает использовать динамик `{ $name }`
       *[input] система не разрешает использовать микрофон `{ $name }`
    }
    .hint =
        { $system ->
            [linux] попросите включить вас в группу `audio` или запустите звуковой сервер рабочего стола
           *[other] разрешите этому терминалу доступ в настройках конфиденциальности системы
        }
device-is-file =
    { $direction ->
        [output] `{ $name }` — это файл, а не динамик
       *[input] `{ $name }` — это файл, а не микрофон
    }
device-no-format =
    { $count ->
        [0] у микрофона `{ $name }` нет ни одного из форматов { $usable }; у него другие
       *[other] у микрофона `{ $name }` нет ни одного из форматов { $usable }; у него есть { $formats }
    }
    .hint = возьмите то же устройство с plughw: вместо hw:, оно преобразует звук, или alsa:default
device-unusable =
    { $direction ->
        [output] `{ $name }` нельзя использовать как динамик: { $cause }
       *[input] `{ $name }` нельзя использовать как микрофон: { $cause }
    }
    .hint = { -devices }
device-no-server = за `{ $name }` нет звукового сервера
    .hint = запустите звуковой сервер рабочего стола или выберите другое устройство; список покажет `booth devices`
device-fails =
    { $direction ->
        [output] не удаётся открыть динамик `{ $name }`: { $cause }
       *[input] не удаётся открыть микрофон `{ $name }`: { $cause }
    }
    .hint = { -devices }
playback-no-format = у динамика `{ $name }` нет формата, в котором можно воспроизвести звук
    .hint = выберите другой; список покажет `booth devices`
playback-stopped = динамик `{ $name }` перестал играть; сыграно отсчётов: { $played } из { $frames }
    .hint = выберите другой динамик; список покажет `booth devices`

# The disk.

-may-write = выберите папку, в которую вам можно писать, или измените права на неё
storage-missing = нет файла или папки { $path }
storage-denied = система не разрешает использовать { $path }: доступ запрещён
    .hint = { -may-write }
storage-full = не удаётся сохранить { $path }: диск заполнен
    .hint = освободите место, затем повторите ту же команду
storage-read-only = не удаётся сохранить { $path }: файловая система только для чтения
    .hint = { -may-write }
storage-exists = { $path } уже есть
storage-failed = сбой диска или системы на { $path }: { $cause }
-wait = подождите, пока работа закончится, или возьмите другую папку
storage-in-use = папка занята: { $holder }
    .hint = { -wait }
storage-in-use-by-another = папка занята другим процессом
    .hint = { -wait }
storage-held = папка занята: { $holder }
    .hint = подождите, пока работа закончится; если здесь никто не работает (этот диск не умеет блокировать файлы, и, возможно, отключалось питание), удалите { $path } и запустите снова
storage-no-locks = Этот диск, как и некоторые сетевые папки, не умеет блокировать файлы: { $path }. Работа продолжается, особый файл не пускает сюда второй Booth. Пусть в этой папке работает только один компьютер за раз; делайте резервные копии.
storage-journal = прежде не удалось записать журнал
    .hint = повторите ту же команду; всё, что вы оставили, цело

# The sheet and the sitting.

sheet-empty = в наборе нет фраз ни на одном языке
    .hint = запишите их в файл <язык>.tsv рядом с sheet.toml или укажите папку другого набора
sheet-languages = в наборе несколько языков: { $languages }
    .hint = укажите, на каком читать, с помощью --locale
sheet-no-prompt = в наборе нет фразы `{ $prompt }`
    .hint = `booth prompts show` покажет обозначения фраз
sheet-unknown = нет ни папки `{ $place }`, ни набора фраз с таким названием в программе
    .hint = в программе есть: { $names }; или укажите папку, в которой лежит sheet.toml
speaker-unknown = неизвестно, кто участник
prompt-none = нет фразы для записи
take-changed = запись вернулась изменённой

# Consent.

-ask-again = запустите `booth record` без --consent, чтобы ответить на вопросы снова
consent-of-another = согласие дано участником `{ $given }`, а не `{ $wanted }`
    .hint = укажите --speaker { $given } или другую квитанцию
consent-of-another-text = согласие дано на другой текст, не на тот, что действует сейчас
    .hint = { -ask-again }
receipts-no-place = рядом с записями нет места для квитанций участников
    .hint = записывайте в отдельную папку с помощью --into
consent-yet-to-come = согласие дано { $date }, а этот день ещё не наступил
    .hint = проверьте, верно ли идут часы этого компьютера
consent-ended = срок согласия истёк { $date }
    .hint = { -ask-again }
consent-without-asr = участник не разрешил распознавание речи (asr)
    .hint = без этого ничего не записывается; ответ можно изменить, если ответить на вопросы снова
consent-not-given = ничего не записывается: распознавание речи не разрешено
    .hint = этот набор записывается для распознавания речи; о вас ничего не сохранено
consent-open = есть вопросы о согласии без ответа
consent-not-signed = согласие не дано
consent-missing = без квитанции о согласии ничего не записывается
    .hint = ответьте на вопросы о согласии или укажите квитанцию: --consent ФАЙЛ
flags-of-consent = --yes и --grant или --consent ФАЙЛ
consent-unasked = без согласия ничего не записывается, а спросить здесь некого
    .hint = ответьте с помощью { $flag }
consent-adults = самостоятельно записываться здесь могут только взрослые
    .hint = квитанция законного представителя указывается так: --consent ФАЙЛ
consent-no-text = нет текста согласия для { $locale }
    .hint = напишите consent/{ $locale }.txt рядом с sheet.toml
consent-no-use = `{ $scope }` — такого использования нет; можно указать { $allowed }
consent-use-not-asked = об использовании { $scope } здесь не спрашивают; спрашивают о { $asked }
    .hint = уберите его или попросите добавить его в `uses` в файле проекта
consent-no-licence = для использования { $scope } нужна лицензия, а она не названа
    .hint = назовите её с помощью --licence, например CC-BY-4.0, или в файле проекта
consent-no-contact = контакт указан, а использование contact-again не разрешено
    .hint = уберите --contact или разрешите это с помощью --grant contact-again
consent-not-kept = согласие не позволяет хранить `{ $field }`
    .hint = уберите --about { $field }=… или дайте согласие снова с помощью --yes
about-form = `{ $given }` не имеет вида KEY=VALUE, где KEY — одно из { $fields }
about-refused = ответ на `{ $field }` нельзя сохранить: { $why }
about-long = ответ на `{ $field }` слишком длинный; наибольшее число знаков: { $longest }

# The keyboard and the system.

answer-needed = нужен ответ: { $question }
    .hint = спросить здесь некого; ответьте с помощью { $flag }
answer-form = на `{ $question }` так не отвечают
answer-not-asked = `{ $question }` сейчас не спрашивают
answer-ended = ввод закончился раньше, чем пришёл ответ
interrupted = остановлено по вашей просьбе
system-no-signal = не удаётся следить за Ctrl-C: { $cause }
system-no-random = система не даёт случайных чисел: { $cause }
system-epoch = SOURCE_DATE_EPOCH равно `{ $given }`; можно указать целое число секунд с 1970 года
system-json = значение нельзя записать в виде JSON

## A bar that shows how far a long work is; what stands in quotes is filled in by the bar

progress-bar = { "{bar:32}" } { "{pos}" } из { "{len}" } { $unit }  { "{per_sec}" }  осталось { "{eta}" }  { "{msg}" }

## Findings, the most important first: title, problem, what to do now, why it matters to a corpus

check-unreadable-file-title = Файл не читается
check-unreadable-file-problem = Файл не удаётся прочитать как звук.
check-unreadable-file-fix = Посмотрите причину ниже: преобразуйте файл или скопируйте его снова. Если он только что записан, запишите ещё раз.
check-unreadable-file-why = Файл, который короче, чем сказано в его заголовке, или вовсе не звук, любая программа обучения обрежет или отвергнет, часто молча.

check-device-lost-title = Микрофон пропал
check-device-lost-problem = Во время записи микрофон пропал или сменился.
check-device-lost-fix = Прочитайте ещё раз, как только микрофон появится.
check-device-lost-why = Сказанного после этого места нет, или оно записано другим микрофоном; то, что есть, звучит как целое, и потом этого никто не услышит.

check-empty-file-title = Ничего не записано
check-empty-file-problem = Ничего не записалось.
check-empty-file-fix = Проверьте, подключён ли микрофон и разрешён ли к нему доступ.
check-empty-file-why = В такой короткой записи нет ни слова; модель учится по ней, что текст может быть тишиной.

check-digital-silence-title = Только тишина
check-digital-silence-problem = Записана только тишина.
check-digital-silence-fix = Микрофон отключён или выбран не тот: включите его или выберите другой.
check-digital-silence-why = Сигнал работающего микрофона всегда колеблется больше чем на одну ступень: это отключённый или не тот вход, а не тихая комната.

check-take-long-title = Длиннее, чем можно
check-take-long-problem = Запись длиннее, чем можно.
check-take-long-fix = Читайте только то, что показано, и остановите запись, когда прочитаете.
check-take-long-why = Одну фразу так долго не читают: микрофон остался включённым, или это другой файл. Лишнее не проверяется, и конца может не хватать.

check-computer-slept-title = Компьютер засыпал
check-computer-slept-problem = Компьютер засыпал, и сказанное в это время не записалось.
check-computer-slept-fix = Прочитайте эту фразу ещё раз.
check-computer-slept-why = Спящий компьютер и остановленная программа ничего не записывают; то, что до и после, склеено посреди слова, и потом этого никто не услышит.

check-scale-wrong-title = Неверный масштаб
check-scale-wrong-problem = Отсчёты далеко за пределами шкалы: целые числа сохранены как дробные.
check-scale-wrong-fix = Разделите все отсчёты на полную шкалу прежних целых чисел, для 16 бит это 32768, и сохраните файл снова.
check-scale-wrong-why = У чисел с плавающей запятой полная шкала равна 1. Целые, сохранённые так, в тысячи раз больше: проигрыватели и программы обучения превратят их в шум.

check-capture-xrun-title = Часть звука пропала
check-capture-xrun-problem = Компьютер был слишком занят, и часть звука пропала.
check-capture-xrun-fix = Закройте другие программы и прочитайте ещё раз.
check-capture-xrun-why = Пропавших отсчётов уже нет, а края склеены; на слух потом этого не узнать, поэтому их считают во время записи.

check-dropout-silent-title = Звук прерывался
check-dropout-silent-problem = Звук ненадолго прервался.
check-dropout-silent-fix = Проверьте кабель или беспроводную связь и прочитайте ещё раз.
check-dropout-silent-why = Заполненный пробел посреди звука — это потерянный буфер кабеля, беспроводной связи или драйвера, то есть дыра в слове.

check-no-speech-title = Речи не слышно
check-no-speech-problem = В записи не слышно речи.
check-no-speech-fix = Проверьте микрофон и прочитайте фразу вслух.
check-no-speech-why = Запись без речи под текстом учит распознаватель видеть слова в шуме.

check-dropout-repeat-title = Звук повторился
check-dropout-repeat-problem = Микрофон повторил кусочек звука.
check-dropout-repeat-fix = Прочитайте ещё раз; если это повторится, возьмите другой разъём USB.
check-dropout-repeat-why = Драйвер, который выдаёт буфер дважды, создаёт заикание, на какое рот не способен; живой звук никогда не повторяется до последнего бита.

check-clipped-title = Слишком громко, с искажением
check-clipped-problem = Запись вышла слишком громкой, и голос искажён.
check-clipped-fix = Убавьте громкость микрофона или отодвиньтесь на ладонь.
check-clipped-why = Срезанные пики не восстановить, а для модели они звучат как другой голос. Проверка смотрит на пределы самой записи, поэтому убавить готовую запись не поможет.

check-start-cut-title = Начало обрезано
check-start-cut-problem = Когда запись началась, кто-то уже говорил.
check-start-cut-fix = Начните чуть позже; если это были не вы, подождите тишины.
check-start-cut-why = Первого звука слова нет, и текст расходится со звуком как раз там, где модель их сопоставляет.

check-end-cut-title = Конец обрезан
check-end-cut-problem = Когда запись закончилась, кто-то ещё говорил.
check-end-cut-fix = Подождите мгновение, прежде чем остановить; если это были не вы, прочитайте снова в тишине.
check-end-cut-why = Конца последнего слова нет, и текст расходится со звуком как раз там, где модель их сопоставляет.

check-read-incomplete-title = Слишком коротко для текста
check-read-incomplete-problem = Для этой фразы запись слишком короткая.
check-read-incomplete-fix = Прочитано всё? Прочитайте ещё раз от начала до конца.
check-read-incomplete-why = Слова, которые есть в тексте, но не в звуке, — худшая ошибка разметки. Её выдаёт время чтения, когда известен темп участника.

check-read-too-long-title = Слишком длинно для текста
check-read-too-long-problem = Для этой фразы запись слишком длинная.
check-read-too-long-fix = Фраза прочитана дважды, или сказано что-то ещё? Прочитайте её один раз и больше ничего.
check-read-too-long-why = Если текст прочитан дважды или с лишними словами, в звуке есть слова, которых нет в тексте.

check-prompt-mismatch-title = Не та фраза
check-prompt-mismatch-problem = Прозвучала не та фраза, что на экране.
check-prompt-mismatch-fix = Прочитайте её так, как написано.
check-prompt-mismatch-why = Гладко прочитанная другая фраза проходит все проверки звука; заметить её можно только по словам распознавателя.

check-duplicate-exact-title = Та же самая запись
check-duplicate-exact-problem = Эта запись точно совпадает с другой.
check-duplicate-exact-fix = Прочитайте фразу; каждой фразе нужна своя запись.
check-duplicate-exact-why = Одна запись под двумя фразами значит, что один из текстов неверен; дважды под одной — что один голос считается за два.

check-duplicate-near-title = Копия другой записи
check-duplicate-near-problem = Похоже, это копия другой записи.
check-duplicate-near-fix = Прочитайте фразу; каждой фразе нужна своя запись.
check-duplicate-near-why = Копия, которую сделали громче, короче или шумнее, — всё равно не второе прочтение.

check-noisy-title = Фоновый шум
check-noisy-problem = Слишком сильный фоновый шум.
check-noisy-fix = Закройте окно, выключите вентиляторы, сядьте ближе.
check-noisy-why = Доля ошибок в словах резко растёт, когда шум подходит к голосу ближе чем на 10 дБ.

check-narrowband-title = Звучит как телефон
check-narrowband-problem = Запись звучит как по телефону.
check-narrowband-fix = Возможно, гарнитура в режиме разговора; возьмите проводную или встроенный микрофон.
check-narrowband-why = В телефонной полосе нет звуков, по которым «с» отличают от «ф»; в широкополосном корпусе она учит модель устройству, а не языку.

check-format-low-title = Слишком низкий формат записи
check-format-low-problem = Формат записи слишком низкий для этого проекта.
check-format-low-fix = Поставьте в настройках микрофона 16 бит и частоту не ниже нужной.
check-format-low-why = Если частота или разрядность ниже, чем нужно проекту, преобразование файла их не вернёт.

check-channel-dead-title = Звук только с одной стороны
check-channel-dead-problem = Из двух сторон, левой и правой, звук есть только в одной.
check-channel-dead-fix = Берётся эта сторона; если нужны обе, проверьте штекер.
check-channel-dead-why = Одна сторона пуста: штекер вставлен не до конца, или нужен был другой микрофон.

check-channels-inverted-title = Стороны гасят друг друга
check-channels-inverted-problem = Левая и правая стороны гасят друг друга.
check-channels-inverted-fix = Поставьте микрофон в режим «моно» или возьмите другой.
check-channels-inverted-why = Когда стороны сводят в одну, они гасят друг друга, и речь становится тонкой или исчезает.

check-channels-differ-title = Два голоса с двух сторон
check-channels-differ-problem = На двух сторонах разные голоса, а берётся только одна сторона.
check-channels-differ-fix = Сделайте из каждой стороны отдельный файл или записывайте по одному человеку.
check-channels-differ-why = В разговоре или интервью с каждой стороны свой человек. Одна сторона берётся, другая отбрасывается: её слов нет, или они есть в тексте, но не в звуке.

check-too-quiet-title = Очень тихо
check-too-quiet-problem = В этой записи ваш голос едва слышен.
check-too-quiet-fix = Сядьте ближе или прибавьте громкость микрофона.
check-too-quiet-why = Очень тихий голос ближе к шуму устройства, и если его усилить, модель услышит и то и другое.

check-noise-gated-title = Звук обрезан между словами
check-noise-gated-problem = Устройство отключает звук между словами.
check-noise-gated-fix = Выключите шумоподавление.
check-noise-gated-why = Шумоподавление вместе с шумом вырезает вдохи и тихие окончания и оставляет дыры, каких не бывает ни в одной комнате.

check-limited-title = Громкие места сжаты
check-limited-problem = Громкие места в записи сжаты.
check-limited-fix = Выключите усиление и автоматическую громкость или убавьте громкость микрофона.
check-limited-why = Автоматическая громкость, усиление и ограничители сжимают громкие звуки; так же выглядит и срезанная запись с изменённой частотой.

check-hum-50-title = Гул от сети, 50 Гц
check-hum-50-problem = Слышен гул от электросети.
check-hum-50-fix = Отключите зарядное устройство или возьмите другую розетку или кабель.
check-hum-50-why = Гул сети лежит под каждым словом сеанса; его легко убрать у розетки и трудно потом.

check-hum-60-title = Гул от сети, 60 Гц
check-hum-60-problem = Слышен гул от электросети.
check-hum-60-fix = Отключите зарядное устройство или возьмите другую розетку или кабель.
check-hum-60-why = Гул сети лежит под каждым словом сеанса; его легко убрать у розетки и трудно потом.

check-rumble-title = Низкий рокот
check-rumble-problem = В записи слышен низкий рокот.
check-rumble-fix = Уберите микрофон со стола и защитите его от ветра.
check-rumble-why = Шаги, ветер и стол заполняют самые низкие частоты; фильтр их уберёт, но от той же причины часто слышны и удары.

check-click-noise-title = Щелчок или стук
check-click-noise-problem = Рядом с речью слышен щелчок или стук.
check-click-noise-fix = Не касайтесь стола и подождите мгновение, прежде чем нажать клавишу.
check-click-noise-why = Нажатия клавиш и стуки рядом с речью становятся звуками, которых модель может научиться там ждать.

check-reverberant-title = В комнате эхо
check-reverberant-problem = Ваш голос отражается от стен.
check-reverberant-fix = Перейдите в комнату с занавесками или кроватью и сядьте ближе.
check-reverberant-why = В гулкой комнате один звук затекает в следующий; эхо можно добавить потом, но убрать нельзя.

check-level-changed-title = Громче или тише, чем раньше
check-level-changed-problem = Запись намного громче или тише, чем раньше.
check-level-changed-fix = Сядьте так, как в начале.
check-level-changed-why = Резкая перемена громкости значит, что сдвинулся участник или микрофон, а с ним и весь остаток сеанса.

check-room-changed-title = Фон изменился
check-room-changed-problem = С начала сеанса фон стал громче.
check-room-changed-fix = Что-то включилось? Выключите это или подождите.
check-room-changed-why = Что-то включили. Лучше заметить это после одной фразы, чем после сотни.

check-upsampled-title = Качество ниже, чем указано
check-upsampled-problem = Микрофон даёт звук хуже, чем указано в его настройках.
check-upsampled-fix = В настройках звука выберите собственную частоту микрофона.
check-upsampled-why = Файл больше того, что в нём есть, и модель широкополосной речи учится, что на высоких частотах тишина.

check-peak-hot-title = Почти слишком громко
check-peak-hot-problem = Ещё чуть-чуть, и будет слишком громко.
check-peak-hot-fix = Немного убавьте громкость микрофона.
check-peak-hot-why = Запаса почти нет: следующее громкое слово будет срезано.

check-dc-offset-title = Электрический сдвиг
check-dc-offset-problem = Вход микрофона добавляет к звуку постоянный электрический сдвиг.
check-dc-offset-fix = Прочитайте ещё раз. Если это повторится, возьмите другой разъём или другой микрофон.
check-dc-offset-why = Постоянный сдвиг отнимает запас громкости и щёлкает на каждой склейке; у большинства устройств его нет.

check-pause-long-title = Долгая пауза
check-pause-long-problem = Посередине долгая пауза.
check-pause-long-fix = Прочитайте без остановки.
check-pause-long-why = Долгая остановка посередине — часто перевёрнутая страница или вторая попытка.

check-lead-silence-long-title = Долгая тишина в начале
check-lead-silence-long-problem = В начале долгая тишина.
check-lead-silence-long-fix = Ничего делать не нужно: её вырежут. В следующий раз начните говорить вскоре после слов «ИДЁТ ЗАПИСЬ».
check-lead-silence-long-why = Тишина занимает место и время обучения; её вырезают без потерь.

check-trail-silence-long-title = Долгая тишина в конце
check-trail-silence-long-problem = В конце долгая тишина.
check-trail-silence-long-fix = Ничего делать не нужно: её вырежут. В следующий раз нажмите Enter вскоре после последнего слова.
check-trail-silence-long-why = Тишина занимает место и время обучения; её вырезают без потерь.

check-mos-low-title = Может звучать плохо
check-mos-low-problem = Возможно, запись звучит плохо.
check-mos-low-fix = Прослушайте её и, если это так, прочитайте ещё раз.
check-mos-low-why = Второе мнение о звучании; модель почти не замечает срезанных пиков и узкой полосы, поэтому других проверок она не заменяет.

check-speech-doubtful-title = Может быть, не речь
check-speech-doubtful-problem = Возможно, это не речь.
check-speech-doubtful-fix = Прослушайте запись и, если на ней никто не говорит, прочитайте ещё раз.
check-speech-doubtful-why = То, что принято за речь, может быть музыкой, кашлем или дверью.

check-channels-identical-title = Две одинаковые стороны
check-channels-identical-problem = Левая и правая стороны одинаковы: сохраняется одна.
check-channels-identical-fix = Ничего делать не нужно; режим «моно» экономит место.
check-channels-identical-why = Всё в порядке; просто файл вдвое больше, чем нужно.

## Findings that come from no check

check-interrupted-title = Запись оборвалась
check-interrupted-problem = Запись оборвалась из-за сбоя или сигнала.
check-interrupted-fix = Прослушайте конец; если пропало слово, прочитайте ещё раз.
check-interrupted-why = Обрезанное слово есть в тексте, но не в звуке, и учит модель пропускать слова.

check-file-altered-title = Файл изменён
check-file-altered-problem = Это не тот файл, который был записан.
check-file-altered-fix = Верните файл, который был записан, или запишите снова.
check-file-altered-why = Никто не знает, что в файле, изменённом после проверки: его оценка, текст и согласие относятся к другому.

check-file-missing-title = Файла нет
check-file-missing-problem = Файла нет на месте.
check-file-missing-fix = Восстановите его из копии или запишите снова.
check-file-missing-why = Текст без звука ничему не учит, и всё, что по нему посчитано, неверно.
