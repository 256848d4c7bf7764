# The words that a contributor can meet, in Spanish.
# Register: tú, neutral Latin American, as in the sheet and the consent text (es-MX); short, plain and friendly, never blaming.
# Words: recording (take) = grabación; sentence (prompt) = frase; one reading of a sentence = lectura; sitting (session) = sesión;
# microphone = micrófono; break = descanso; receipt = recibo; withdrawal code = código de retiro; sheet = lista de frases; speaker = voz.

## Verdicts

verdict-pass = BIEN
verdict-warn = REGULAR
verdict-reject = REPETIR

## The start of a sitting

welcome-head = { $title }  ({ $locale }, voz { $speaker }, { $device })
welcome-going-on = Seguimos. Frases ya grabadas: { $kept } de { $readings }.
welcome-another = La última vez el micrófono era { $before }; ahora es { $now }.
welcome-readings =
    { $count ->
        [one] 1 frase.
       *[other] { $count } frases.
    }
welcome-longest = Una grabación puede durar { $length }. Si dura más, se detiene sola y no se puede usar.
welcome-patience = Una grabación que dura mucho más de lo que pide su frase se detiene sola.
welcome-listening =
    El micrófono está encendido desde ahora hasta el final. Se guarda lo que queda entre un Enter y el siguiente, con medio segundo antes y después.
welcome-keys = ? y Enter muestra todas las teclas; después de cada letra, presiona Enter.
recovered-saved =
    { $count ->
        [one] La última sesión se cortó. Se salvó 1 grabación sin terminar.
       *[other] La última sesión se cortó. Se salvaron { $count } grabaciones sin terminar.
    }
session-unreadable =
    Una carpeta de grabaciones no se puede leer y se queda como está: { $path } ({ $cause }). Muéstrale esto a quien te ayude.
recovered-torn = La última sesión se cortó. No se perdió nada de lo que guardaste.

clock-early = El reloj de esta computadora marca { $date }, cuando este programa todavía no existía. Ajusta la fecha y la hora y vuelve a empezar: las grabaciones con esa fecha, y el consentimiento que va con ellas, no se podrán usar después.
clock-late = El reloj de esta computadora marca { $date }, una fecha muy lejana. Ajusta la fecha y la hora y vuelve a empezar: las grabaciones con esa fecha, y el consentimiento que va con ellas, no se podrán usar después.

## The room

room-listening =
    { $seconds ->
        [one] Guarda silencio 1 segundo, por favor: así se mide el ruido del cuarto.
       *[other] Guarda silencio { $seconds } segundos, por favor: así se mide el ruido del cuarto.
    }
room-silent = No hay sonido.
room-silent-advice = Solo llega silencio. ¿El micrófono está silenciado, o querías usar otro?
room-loud = Hay ruido en el cuarto.
room-loud-advice = Cierra la ventana, apaga los ventiladores o acércate más al micrófono.
room-quiet = El cuarto está bastante silencioso.
room-keys = Enter: medir otra vez   g: seguir de todos modos   q: terminar por hoy

## The prompt and the take

media-sound = Primero suena un ejemplo. Habla cuando termine; e: escucharlo otra vez
media-picture = Mira esta imagen y di lo que le corresponde: { $path }
prompt-place = { $number } de { $readings }
prompt-reading = lectura { $repetition } de { $repeat }
prompt-again = otra vez
prompt-kept = guardada
prompt-of-attempts = grabación { $attempt } de { $attempts }
take-length = { $seconds } s
take-stopped-long = Duró más del máximo permitido: { $length }. Se detuvo.
length-minutes =
    { $count ->
        [one] 1 minuto
       *[other] { $count } minutos
    }
length-seconds =
    { $count ->
        [one] 1 segundo
       *[other] { $count } segundos
    }
take-also = también: { $titles }
take-device = Este micrófono no da más.
finding-said = { $problem } { $fix }
meter-clipped = muy fuerte
slept =
    { $seconds ->
        [one] La computadora estuvo suspendida un segundo. Seguimos aquí.
       *[other] La computadora estuvo suspendida { $seconds } segundos. Seguimos aquí.
    }
device-searched = Se busca el micrófono cada segundo, durante un minuto como máximo. Seguimos en cuanto haya uno; q: terminar por hoy
device-muted = El micrófono { $name } se silenció: solo se graba silencio. Actívalo en los ajustes de sonido del sistema.
device-unmuted = El micrófono { $name } está activo de nuevo.
device-back = Ya hay un micrófono otra vez: { $name }. Seguimos.

## What holds for a microphone, before the first prompt, and what to do about it

remark-monitor = Esto no es un micrófono: graba lo que suena en el altavoz.
    .wait = Elige un micrófono con --device; `booth devices` los muestra.
remark-unplugged = No hay nada conectado en la entrada de este micrófono.
    .wait = Conéctalo, o elige otro con --device; `booth devices` los muestra.
remark-muted = Este micrófono está silenciado.
    .wait = Actívalo en los ajustes de sonido del sistema.
remark-volume = El volumen de este micrófono está en { $percent } % en el sistema.
    .wait = Ponlo en 100 % en los ajustes de sonido y, en cambio, habla un poco más fuerte o más bajo.
remark-telephone = Este micrófono suena como un teléfono ({ $rate }).
    .wait = Así suenan los audífonos inalámbricos en modo de llamada. Usa unos con cable o el micrófono integrado.
remark-narrow = Este micrófono trabaja a { $rate }; se necesitan { $wanted } Hz.
    .wait = Elige una frecuencia más alta en los ajustes de sonido del sistema, u otro micrófono.

## What the recorder noticed

capture-lost = La computadora estaba muy ocupada y se perdió algo de sonido.
capture-stalled = Por un momento no llegó sonido del micrófono.
capture-missing = A esta grabación le falta algo de sonido.
capture-silent = Solo llegó silencio.
capture-clock = El reloj del micrófono va a { $measured } Hz y no a { $stated }.

## What the booth is doing

phase-idle = La sesión no ha empezado.
phase-showing = Todo listo.
phase-recording = GRABANDO
phase-judging = Un momento.
phase-verdict = Guárdala o lee otra vez.
phase-paused = Descanso.
nobody-heard = Dos veces no se oyó a nadie. ¿Sigues ahí?
phase-done = Ya se leyó todo.
phase-finished = La sesión terminó.
done-all =
    { $readings ->
        [one] La única frase está guardada.
       *[other] Las { $readings } frases están guardadas.
    }
done-some =
    { $left ->
        [one] Eso es todo por ahora. Frases guardadas: { $kept } de { $readings }; saltada: 1.
       *[other] Eso es todo por ahora. Frases guardadas: { $kept } de { $readings }; saltadas: { $left }.
    }
done-limit = Eso es todo lo que querías leer hoy. Frases guardadas: { $kept } de { $readings }.

## The list of all sentences

reading-kept = guardada
reading-left-out = saltada
reading-open = por leer
reading-none = `{ $given }` no es una frase de la lista; escribe un número del 1 al { $readings }. l: todas las frases
report-ask = ¿Qué está mal en esta frase?
report-spelling = Tiene un error
report-unnatural = Nadie lo diría así
report-unclear = Se puede leer de dos maneras
report-unfit = No quiero leer esto en voz alta
report-other = Otra cosa
report-keys = Escribe un número y, si quieres, algo más detrás. Enter: mejor nada
report-thanks = Gracias: queda avisado.
report-none = No se ha avisado de nada.

## Keys

keys-showing = Enter: grabar   s: saltar   b: atrás   q: terminar por hoy
keys-recording = Lee ahora. Enter: detener
keys-verdict = Enter: guardar   r: leer otra vez   p: escuchar   s: saltar   b: atrás
keys-rejected = Enter: leer otra vez   k: guardar igual   p: escuchar   s: saltar
keys-kept = Enter: seguir   r: leer otra vez   p: escuchar   d: borrar   b: atrás
keys-attempts = <  >: la grabación anterior o la siguiente
keys-delete = ¿Borrar esta grabación para siempre? No se podrá recuperar.   d: borrar   Enter: no
keys-paused = Enter: seguir   q: terminar por hoy
keys-done = Enter: terminar   b: volver a la última   u: deshacer la decisión   l: ver todas
keys-hands-free = Lee cada frase a tu ritmo; lo demás avanza solo. q: terminar por hoy   w: descanso   ?: teclas
key-unknown = `{ $key }` no es una tecla que sirva aquí; ? muestra todas las teclas.
key-arrows = Las flechas y otras teclas especiales no sirven aquí; ? muestra todas las teclas.
help-enter = grabar; detener; guardar la grabación si salió bien, o repetirla
    .key = Enter
help-keep = guardar esta grabación
    .key = k
help-redo = leer otra vez; la grabación se queda hasta que guardes otra
    .key = r
help-play = escuchar esta grabación; ante una frase, la última que tiene
    .key = p
help-hear = escuchar otra vez el ejemplo de esta frase
    .key = e
help-skip = saltar, con un motivo si quieres; vuelve a salir al final
    .key = s [MOTIVO]
help-report = avisar de que algo está mal en esta frase
    .key = x [QUÉ]
help-back = volver a la frase anterior
    .key = b
help-choose = ver la grabación anterior o la siguiente de la misma frase
    .key = <  >
help-undo = deshacer la última decisión, las veces que quieras
    .key = u
help-delete = borrar esta grabación para siempre; antes te pregunta
    .key = d
help-list = ver todas las frases y qué pasó con cada una
    .key = l
help-goto = ir a la frase que tiene ese número en la lista
    .key = g NÚMERO
help-help = esta ayuda
    .key = ?
help-pause = tomar un descanso
    .key = w
help-mode = quién detiene la grabación: tú, el silencio, o todo avanza solo; cada m pasa al modo siguiente
    .key = m
help-quit = terminar por hoy; la próxima vez se sigue desde aquí
    .key = q
help-interrupt = parar de inmediato; lo que guardaste está a salvo
    .key = Ctrl-C

## Why a command cannot be followed now

refusal-recording = Se está grabando. Primero presiona Enter para detener la grabación.
refusal-not-recording = No se está grabando nada.
refusal-judging = Un momento, se está revisando la grabación.
refusal-undecided = Primero guarda esta grabación o lee otra vez.
refusal-no-take = Todavía no hay ninguna grabación de esta frase.
refusal-no-sound = Esta frase no tiene ningún ejemplo para escuchar.
refusal-silent = En esta grabación no hay voz, así que no se puede guardar. Lee otra vez o salta la frase.
refusal-cut-short = Esta grabación se cortó, así que no se puede guardar. Lee otra vez.
refusal-no-such-take = De ese lado no hay otra grabación de esta frase.
refusal-elsewhere = Esta grabación es de una sesión anterior con otro equipo y no se puede borrar desde aquí.
refusal-not-asked = No se preguntó nada.
refusal-nothing-to-undo = En esta sesión no se decidió nada que se pueda deshacer.
refusal-unseen = Eso llegó antes de que hubiera algo que contestar.
refusal-done = Ya se leyó todo. Primero vuelve a una frase.
refusal-kept = Esta grabación ya está guardada.
refusal-nothing-before = No hay nada antes.
refusal-unknown-prompt = Esa frase no está en la lista de frases.
refusal-paused = Estás en un descanso. Presiona Enter para seguir.
refusal-not-paused = Ahora no hay ningún descanso.
refusal-device-lost = Ya no hay micrófono. Seguimos en cuanto haya uno.
refusal-not-open = La sesión terminó.

## Why a recording stopped

stop-user = La detuviste tú.
stop-end = El sonido terminó.
stop-length = Duró más del máximo permitido.
stop-interrupted = La sesión se terminó a la mitad.
stop-device-lost = El micrófono desapareció.
stop-disk = No se pudo almacenar.
stop-discarded = Fue un error; no queda ninguna grabación.
stop-unknown = Se detuvo.

## The end of a sitting

close-finished = Ya se leyó todo.
close-limit = Esta sesión ya duró lo suficiente.
close-quit = Terminado por hoy.
close-interrupted = Se detuvo, como pediste.
close-nobody = No se oyó a nadie, así que la sesión se detuvo.
close-error = La sesión tuvo que terminar.
close-device-changed = Se cambió el micrófono.
close-recovered = Lo que se había cortado ya está en orden.
close-unknown = La sesión terminó.
farewell-given =
    { $count ->
        [one] En esta sesión leíste 1 frase, { $all } en total ({ $minutes } minutos).
       *[other] En esta sesión leíste { $count } frases, { $all } en total ({ $minutes } minutos).
    }
farewell-done = Eso fue todo. ¡Gracias!
farewell-left =
    { $count ->
        [one] Falta 1 frase. Para seguir:
       *[other] Faltan { $count } frases. Para seguir:
    }
farewell-where = Tus grabaciones están en { $path }
farewell-contact = Entrégaselas a { $name }, { $contact }.
farewell-contact-unnamed = Entrégaselas a la persona que te las pidió.

## Questions

question-speaker = ¿Quién lee: { $speakers }? (Enter: una persona nueva)
question-new-speaker = Aquí nadie se llama `{ $speaker }`. Escríbelo otra vez para empezar como persona nueva, o escribe el nombre que querías poner:
question-adult = Soy mayor de edad en mi país
question-contact = Cómo podemos contactarte; se guarda aparte de las grabaciones
page-more = Enter: seguir leyendo
form-uses = Ustedes pueden
form-about = Sobre ti, si quieres
form-ticked = [x]
form-open = [ ]
form-needed = (necesario)
form-left-out = -
form-keys =
    Un número y Enter marca o desmarca su línea; o un número y palabras, por ejemplo: { $example } cuarenta y tantos
    Solo Enter: todo está como quiero.   q: salir, y no se guarda nada
form-lacking = No se puede grabar nada sin { $numbers }.
form-unknown = `{ $given }` no es una línea del formulario; escribe un número del 1 al { $last }.
form-no-words = La línea { $number } no lleva palabras: con su número basta para marcarla o desmarcarla.
form-words = La línea { $number } lleva palabras: escríbelas después de su número. Un - después del número la deja vacía.
about-gender = Tu género, con tus palabras
about-age = Tu edad, o un rango como “treinta y tantos”
about-accent = Tu acento o tu región
about-native-language = Tu lengua materna

## Uses that are asked for; each goes on with "You may"

scope-asr = usar mis grabaciones para reconocimiento del habla: enseñar a las máquinas a entender lo que se dice
scope-tts = usarlas para crear una voz sintética que puede parecerse a la mía
scope-speaker-id = usarlas para enseñar a las máquinas a reconocer por la voz quién está hablando
scope-evaluation = usarlas para evaluar qué tan bien funcionan estos sistemas
scope-share-gated =
    { $licence ->
        [none] compartirlas con personas que firmaron condiciones de uso
       *[other] compartirlas, con la licencia { $licence }, con personas que firmaron condiciones de uso
    }
scope-share-open =
    { $licence ->
        [none] publicarlas abiertamente, para que cualquiera las descargue y las use
       *[other] publicarlas abiertamente con la licencia { $licence }, para que cualquiera las descargue y las use como esta lo permite
    }
scope-contact-again = volver a pedirme grabaciones

## The receipt

consent-holds = Tu consentimiento del { $date } (recibo { $receipt }) sigue vigente.
project-used = Proyecto: { $path }
receipt-where = Tu recibo, con el código de retiro: { $path }
receipt-code = Código de retiro: { $code }   (guárdalo; no está en ningún otro lugar)
controller-unnamed = la persona que recopila estas grabaciones
contact-unnamed = la persona que te pidió estas grabaciones
copy-consent = Consentimiento
copy-consent-said = dado el { $date } (UTC), tu copia
copy-receipt = Recibo
copy-speaker = Tú eres
copy-speaker-said = voz { $speaker } (con tus grabaciones no se guarda ningún nombre)
copy-controller = Dado a
copy-contact = Contacto
copy-until = Vence el
copy-yes = sí
copy-no = no
copy-licence = Licencia
copy-code = Código de retiro
copy-withdraw = Para retirarte
copy-keep = Guarda este código: no está en ningún otro lugar y demuestra que las grabaciones son tuyas.
copy-text = El texto que se te mostró ({ $locale }):
withdrawal-by-code = Dale el código de retiro al contacto de arriba; no hace falta ninguna razón.
gone-head = Retirado el { $date } (UTC), número { $id }
gone-speaker = Has retirado todo lo que habías grabado hasta entonces.
gone-session = Has retirado una sesión.
gone-take = Has retirado una grabación.
gone-scope = A partir de ahora ya no se hace esto con ello: { $scope }. Nada más cambia.
gone-deleted = Borrado para siempre: grabaciones: { $takes }, segundos de sonido: { $seconds }. Una búsqueda posterior no encontró nada de ello.
gone-no-release = No se había publicado.
gone-releases = Está en ediciones que ya han salido: { $releases }. A quien tenga una se le pide que lo borre de ella.
gone-models = Lo que ya se aprendió de una edición publicada no se puede sacar de un modelo entrenado.
gone-next = La próxima edición se hace sin ello. Guarda esta carta: es la prueba.
mine-head = Todo lo que se guarda aquí de ti, copiado el { $date } (UTC)
mine-sessions = Sesiones: { $count }, cada una en su propia carpeta dentro de sessions/.
mine-files = En cada una: tus grabaciones en audio/, lo que se te mostró y lo que se midió y se dijo de ello en takes.jsonl, lo que oyeron los programas en transcripts.jsonl, lo que aceptaste en consent/.
mine-receipts = En receipts/: tus recibos, cartas y lo que dijiste sobre cómo contactarte.
mine-rights = Es tuyo: léelo, guárdalo, dáselo a quien quieras. Con el código de tu recibo puedes retirarlo todo.
feedback-head = Qué fue de tus grabaciones, de parte de quienes las reúnen
feedback-thanks = Aceptadas hasta ahora: { $count }. Gracias por cada una.
feedback-again = Por favor, lee otra vez: { $count }, en unos { $minutes } min.
feedback-nothing = No hay que leer nada otra vez.
feedback-why = { $count } × { $why }
feedback-advice = Casi todo tiene una misma causa. Antes de seguir: { $fix }
feedback-here = Otra vez, por favor: { $problem }
feedback-heard = Alguien lo escuchó y lo pide una vez más. Léelo con calma, como lo dirías en casa.
feedback-how = Para ello, deja este archivo junto a la carpeta de tus grabaciones y graba como siempre.
feedback-of-another = Esta respuesta es para { $given }, y lee { $wanted }.
feedback-elsewhere = Además, de otras hojas o idiomas, o que ya no están en la hoja: { $count }.
feedback-unreadable = No se puede leer una respuesta, { $path }: { $cause }
hand-in-made = Tu archivo para entregar: { $files } – su código es { $code }.
hand-in-nothing = No hay nada que no se haya entregado ya.
hand-in-lacking = No todo pudo ponerse en el archivo: { $count }. Dilo a quien te pidió las grabaciones.
farewell-bundle = Para hacer con ellas un solo archivo para entregar:

## The page in the browser: what is said of a sitting

language-name = Español
page-link = Abre este enlace en el navegador de esta computadora; abre la página una sola vez:
page-address = En un navegador donde la página estuvo abierta, { $address } la abre de nuevo.
page-running = La página ya está abierta; se abre una vez más.
page-no-browser = no se puede abrir ningún navegador ({ $cause }); abre el enlace de arriba
page-no-server = no se puede mostrar la página: { $cause }
    .hint = quizá otro programa lo impide; `booth record` graba en una terminal
page-alone = nadie miró la página durante diez minutos
page-over-said = Booth terminó. Puedes cerrar esta página.
page-trouble = Eso no funcionó
page-start = ¿Qué quieres leer?
page-sheet-languages =
    { $count ->
        [one] 1 idioma
       *[other] { $count } idiomas
    }
page-consent = Antes de empezar
page-sound = Prueba de sonido
page-microphone-say = Di algo mientras se escucha, por ejemplo, lo que ves a tu alrededor.
page-was-away = La página se cerró y por eso se detuvo la grabación; no se perdió.
page-device-searched = Se busca cada segundo, durante un minuto como máximo. Seguimos en cuanto haya uno.
page-device-advice = Vuelve a conectarlo, o elige otro micrófono.
page-device-busy = Cierra el otro programa que lo está usando, o elige otro micrófono.
page-device-denied = En los ajustes de privacidad de esta computadora, permite que Booth use el micrófono.
page-picture-alt = La imagen que acompaña a esta frase
page-delete-ask = ¿Borrar esta grabación para siempre? No se podrá recuperar.
page-kept = guardadas: { $kept } de { $readings }
page-minutes = { $minutes } minutos de grabación
page-left =
    { $count ->
        [one] falta 1 minuto, más o menos
       *[other] faltan unos { $count } minutos
    }
page-refused-recording = Hay una grabación en curso. Primero detenla.
page-refused-paused = Estás en un descanso. Primero sigue.
page-reason-hard-to-say = Es difícil de decir
page-reason-wrong-sentence = Tiene algo mal
page-reason-not-now = Ahora no
page-verdict-pass = Bien
page-verdict-warn = Por revisar
page-verdict-reject = Lee otra vez
page-end = Gracias
page-end-left =
    { $count ->
        [one] Falta 1 frase. Puedes seguir ahora o volver a abrir Booth otro día.
       *[other] Faltan { $count } frases. Puedes seguir ahora o volver a abrir Booth otro día.
    }
page-end-withdraw = Puedes retirar tus grabaciones cuando quieras: dale el código de tu recibo a la persona que te las pidió. No hace falta ninguna razón.
break-offer = Llevas media hora leyendo. ¿Quieres un descanso?
mode-said = Grabación, a partir de ahora: { $mode }.
mode-manual = a mano
mode-auto-stop = se detiene sola
mode-hands-free = manos libres

## How a microphone does, in a word or two

figure-voice = Tu voz
figure-voice-none = no se oyó
figure-voice-faint = débil
figure-voice-good = buena
figure-voice-strong = fuerte
figure-voice-loud = demasiado fuerte
figure-room = El cuarto
figure-room-quiet = silencioso
figure-room-heard = se oye un poco
figure-room-loud = ruidoso
figure-band = El sonido
figure-band-full = completo
figure-band-narrow = un poco apagado
figure-band-telephone = como de teléfono

## The page in the browser: its fixed words

# Whole page
page-name = Booth
page-go-on = Seguir
page-back = Atrás
page-close = Cerrar
page-note-info = Nota
page-note-warn = Atención
page-note-bad = Problema
# Full screen when the program does not answer any more
page-gone = Booth se detuvo
page-gone-safe = Todo lo que guardaste está seguro en esta computadora.
page-gone-how = Para seguir, abre Booth otra vez como lo hiciste antes. Esta página vuelve sola, o se abre una nueva.
page-gone-trying = Esta página está buscando Booth.
page-elsewhere = Booth está abierto en otra pestaña
page-elsewhere-what = Solo una pestaña puede grabar a la vez.
page-take-over = Usar esta pestaña

# Start: what to read
page-language = Idioma de esta página
page-sheet = Qué leer
page-locale = Idioma de las frases
page-begin = Empezar

# Who reads
page-who = ¿Quién lee?
page-who-why = Elige un nombre inventado, nunca el tuyo. Se permiten letras minúsculas de la a a la z y números.
page-who-before = Ya leí aquí antes
page-who-new = Es mi primera vez aquí
page-who-name = Nombre inventado

# Consent
page-consent-adult = Antes que nada
page-consent-uses = Ustedes pueden
page-consent-about = Sobre ti, si quieres
page-consent-needed = necesario
page-consent-nothing = Nada está marcado de antemano. Solo se permite lo que tú marques.
page-agree = Aceptar y seguir
page-refuse = Salir, y no se guarda nada

# Microphone
page-microphone-listening = Escuchando todos los micrófonos
page-microphone-choose = Elige un micrófono
page-microphone-none = No se encontró ningún micrófono
page-microphone-waiting = en espera
page-microphone-listens = escuchando
page-microphone-failed = no funciona
page-microphone-best = El mejor para tu voz
page-microphone-default = Elección de la computadora
page-microphone-chosen = Elegido
page-microphone-use = Usar este
page-microphone-level = Qué tan fuerte te oye
page-listen = Medir otra vez

# Sound check
page-check = Empezar la prueba
page-check-again = Repetir la prueba
page-check-stop = Ya la leí
page-check-anyway = Seguir de todos modos
page-check-room = Guarda silencio, por favor
page-check-sentence = Ahora lee esto en voz alta
page-check-judging = Un momento
page-check-passed = Te oyes bien
page-check-good = está bien
page-check-poor = todavía no está bien
page-seconds-left = Segundos que faltan

# Booth: what is going on now
page-phase-showing = Todo listo
page-phase-recording = Grabando
page-phase-judging = Un momento
page-phase-verdict = Tu grabación
page-phase-paused = Descanso
page-phase-done = Ya se leyó todo
page-phase-lost = No hay micrófono
page-previous = Frase anterior
page-next = Frase siguiente
page-sentence = Lee esto en voz alta
page-controls = Botones
page-again = Otra vez
page-picture = Imagen

# Booth: what can be done (buttons)
page-record = Grabar
page-stop = Detener
page-keep = Guardar
page-keep-anyway = Guardar igual
page-redo = Leer otra vez
page-play = Escuchar
page-play-stop = Dejar de escuchar
page-skip = Saltar
page-back-step = Atrás
page-undo = Deshacer
page-delete = Borrar
page-delete-yes = Borrar para siempre
page-delete-no = No borrar
page-cancel = Cancelar
page-discard = Descartar
page-pause = Tomar un descanso
page-resume = Seguir
page-quit = Terminar por hoy
page-list = Todas las frases
page-hint = Ver el consejo
page-hint-hide = Ocultar el consejo
page-hear = Escuchar el ejemplo
page-report = ¿Hay algo mal en esta frase?
page-hold = Mantener para grabar
page-release = Soltar para detener

# Booth: the recording just made
page-take-kept = guardada
page-take-earlier = grabación anterior
page-take-others = Más observaciones
page-take-fix = Prueba primero esto
page-take-wave = Imagen de tu grabación
page-take-speech = tu voz
page-take-attempts = Grabaciones de esta frase
page-attempt = Grabación
page-skip-why = ¿Por qué saltar esta frase?
page-skip-plain = Sin motivo
page-report-why = ¿Qué está mal en esta frase?
page-who-is-there = Aquí estoy

# Booth: the level of the microphone
page-meter = Nivel del sonido
page-meter-silent = No llega nada
page-meter-room = Esperando tu voz
page-meter-quiet = Un poco bajo
page-meter-good = Bien
page-meter-high = Un poco fuerte
page-meter-loud = Demasiado fuerte

# List of all sentences
page-list-loading = Un momento
page-list-all = Todas

# Settings
page-settings = Ajustes
page-settings-mode = Cómo se detiene la grabación
page-mode-manual = La detengo yo
page-mode-auto-stop = Se detiene cuando me quedo en silencio
page-mode-hands-free = Empieza y se detiene sola
page-settings-hold = Mantener presionada la tecla o el botón mientras leo
page-settings-auto-play = Reproducirme las grabaciones con una observación
page-settings-keys = Usar las teclas del teclado
page-settings-keys-which = Teclas
page-settings-key-change = Cambiar la tecla
page-settings-key-press = Presiona una tecla
page-settings-key-reset = Restablecer todas las teclas
page-settings-key-fixed = Espacio y Enter siempre hacen lo que dice el botón grande.
page-key-space = Espacio
page-key-enter = Enter
page-key-escape = Esc

# End
page-end-again = Seguir leyendo
page-end-finish = Terminar
page-hand-in = Hacer un archivo para entregar
page-end-where = Tus grabaciones
page-receipt = Tu recibo
page-receipt-code = Código de retiro
page-receipt-copy = Copiar el código
page-receipt-copied = Copiado
page-receipt-print = Imprimir esta página
page-withdraw = Si cambias de opinión

# Trouble, and the last page
page-retry = Volver a intentar
page-over = Ya puedes cerrar esta página.

# The button that opens the rest of the buttons on a small screen, and the heading of what it opens
page-menu = Más

## Trouble: no capital and no full stop, as it stands behind "trouble:" or "error:"

trouble-head = problema
trouble-said = { $head }: { $message }
trouble-hint = consejo: { $hint }

# The microphone and the loudspeaker; $direction is input or output.

-plug-in = vuelve a conectarlo o elige otro con --device, y ejecuta el mismo comando para seguir
-devices = `booth devices` muestra los que hay
device-lost-gone = el micrófono `{ $name }` se desconectó
    .wait = Vuelve a conectarlo.
    .hint = { -plug-in }
device-lost-invalidated = el sistema cambió el micrófono `{ $name }` y hay que abrirlo de nuevo
    .wait = Se está abriendo de nuevo.
    .hint = { -plug-in }
device-lost-host = el sistema de sonido se cerró y, con él, el micrófono `{ $name }`
    .wait = Vuelve junto con el sistema de sonido.
    .hint = { -plug-in }
device-lost-errors = el micrófono `{ $name }` solo da errores
    .wait = Desconéctalo y vuelve a conectarlo.
    .hint = { -plug-in }
device-lost-changed = el sistema eligió otro micrófono en lugar de `{ $name }`
    .wait = Seguimos con el que está elegido ahora.
    .hint = { -plug-in }
device-lost-suspended = el sistema suspendió el micrófono `{ $name }`
    .wait = Reactívalo en los ajustes de sonido del sistema, o vuelve a conectarlo.
    .hint = reactívalo en los ajustes de sonido del sistema o elige otro con --device; luego ejecuta el mismo comando para seguir
device-lost-silent = el sistema de sonido no responde y no llega nada del micrófono `{ $name }`
    .wait = Seguimos cuando el sistema de sonido vuelva a responder.
    .hint = reinicia el servidor de sonido y ejecuta el mismo comando para seguir
device-no-audio = no llega sonido del micrófono `{ $name }`
    .wait = Revisa que esté conectado y encendido.
    .hint = revisa que esté conectado y no suspendido, o elige otro con --device
device-not-back =
    { $seconds ->
        [one] no volvió ningún micrófono en 1 segundo
       *[other] no volvió ningún micrófono en { $seconds } segundos
    }
    .hint = { -plug-in }
device-closed = el micrófono está cerrado
device-no-thread = no se puede iniciar la parte del programa que escucha el micrófono
device-search-ended = terminó la búsqueda de un micrófono
device-search-failed = no se puede iniciar la búsqueda de un micrófono
-plug-one-in = conecta uno, o graba desde archivos con --device file:RUTA
device-no-card = no hay micrófono: esta computadora no tiene tarjeta de sonido y ningún servidor de sonido responde
    .hint = { -plug-one-in }
device-none = no hay micrófono: el sistema no ofrece ninguno
    .hint = { -plug-one-in }
device-missing =
    { $direction ->
        [output] no hay ningún altavoz `{ $name }`
       *[input] no hay ningún micrófono `{ $name }`
    }
    .hint = { -devices }
device-silent =
    { $direction ->
        [output] el altavoz `{ $name }` no responde
       *[input] el micrófono `{ $name }` no responde
    }
    .hint = reinicia el servidor de sonido o elige otro dispositivo; `booth devices` los muestra
device-busy =
    { $direction ->
        [output] otro programa está usando el altavoz `{ $name }`
       *[input] otro programa está usando el micrófono `{ $name }`
    }
    .hint = cierra el otro programa o elige otro dispositivo; `booth devices` los muestra
device-denied =
    { $direction ->
        [output] el sistema no permite usar el altavoz `{ $name }`
       *[input] el sistema no permite usar el micrófono `{ $name }`
    }
    .hint =
        { $system ->
            [linux] pide que te agreguen al grupo `audio` o inicia el servidor de sonido de tu escritorio
           *[other] permite que esta terminal lo use en los ajustes de privacidad del sistema
        }
device-is-file =
    { $direction ->
        [output] `{ $name }` es un archivo y no un altavoz
       *[input] `{ $name }` es un archivo y no un micrófono
    }
device-no-format =
    { $count ->
        [0] el micrófono `{ $name }` no tiene ninguno de los formatos { $usable }; tiene otros
       *[other] el micrófono `{ $name }` no tiene ninguno de los formatos { $usable }; tiene { $formats }
    }
    .hint = usa el mismo dispositivo con plughw: en vez de hw:, que convierte, o alsa:default
device-unusable =
    { $direction ->
        [output] `{ $name }` no se puede usar como altavoz: { $cause }
       *[input] `{ $name }` no se puede usar como micrófono: { $cause }
    }
    .hint = { -devices }
device-no-server = no hay un servidor de sonido detrás de `{ $name }`
    .hint = inicia el servidor de sonido de tu escritorio o elige otro dispositivo; `booth devices` los muestra
device-fails =
    { $direction ->
        [output] no se puede abrir el altavoz `{ $name }`: { $cause }
       *[input] no se puede abrir el micrófono `{ $name }`: { $cause }
    }
    .hint = { -devices }
playback-no-format = el altavoz `{ $name }` no tiene ningún formato que se pueda reproducir
    .hint = elige otro; `booth devices` los muestra
playback-stopped = el altavoz `{ $name }` dejó de sonar después de { $played } de { $frames } muestras
    .hint = elige otro altavoz; `booth devices` los muestra

# The disk.

-may-write = elige una carpeta en la que puedas escribir, o cambia sus permisos
storage-missing = no hay ningún archivo ni carpeta { $path }
storage-denied = el sistema no permite usar { $path }: permiso denegado
    .hint = { -may-write }
storage-full = no se puede escribir { $path }: el disco está lleno
    .hint = libera espacio y ejecuta el mismo comando otra vez
storage-read-only = no se puede escribir { $path }: el disco es de solo lectura
    .hint = { -may-write }
storage-exists = { $path } ya existe
storage-failed = el disco o el sistema falla en { $path }: { $cause }
-wait = espera a que termine, o usa otra carpeta
storage-in-use = lo está usando { $holder }
    .hint = { -wait }
storage-in-use-by-another = lo está usando otro programa
    .hint = { -wait }
storage-held = lo está usando { $holder }
    .hint = espera a que termine; si nadie trabaja aquí (este disco no puede bloquear archivos, y quizá se fue la luz), borra { $path } y empieza de nuevo
storage-no-locks = Este disco no puede bloquear archivos, como pasa en algunas carpetas de red: { $path }. Seguimos, y un archivo que está ahí impide que entre otro Booth. Deja que una sola computadora a la vez trabaje en esta carpeta y haz copias de seguridad.
storage-journal = antes no se pudo escribir el registro
    .hint = ejecuta el mismo comando otra vez; lo que se guardó está a salvo

# The sheet and the sitting.

sheet-empty = la lista de frases no tiene frases en ningún idioma
    .hint = escríbelas en <idioma>.tsv junto a sheet.toml, o indica la carpeta de otra lista de frases
sheet-languages = la lista de frases tiene varios idiomas: { $languages }
    .hint = indica con --locale cuál se va a leer
sheet-no-prompt = la lista de frases no tiene la frase `{ $prompt }`
    .hint = `booth prompts show` muestra los identificadores
sheet-unknown = no hay ninguna carpeta `{ $place }` ni una lista de frases con ese nombre en el programa
    .hint = el programa tiene: { $names }; o indica la carpeta que contiene sheet.toml
speaker-unknown = no se sabe quién habla
prompt-none = no hay ninguna frase para grabar
take-changed = la grabación regresó cambiada

# Consent.

-ask-again = ejecuta `booth record` sin --consent para que se te pregunte de nuevo
consent-of-another = el consentimiento es de la voz `{ $given }`, no de `{ $wanted }`
    .hint = indica --speaker { $given }, u otro recibo
consent-of-another-text = el consentimiento se dio para un texto distinto del que se usa ahora
    .hint = { -ask-again }
receipts-no-place = junto a las grabaciones no hay lugar para los recibos de las personas que hablan
    .hint = graba en una carpeta aparte con --into
consent-yet-to-come = el consentimiento tiene fecha { $date }, que todavía no llega
    .hint = revisa que el reloj de esta computadora esté bien
consent-ended = el consentimiento venció el { $date }
    .hint = { -ask-again }
consent-without-asr = no se aceptó el reconocimiento del habla (asr)
    .hint = sin eso no se graba nada; la respuesta se puede cambiar si se pregunta de nuevo
consent-not-given = no se graba nada: no se permitió el reconocimiento del habla
    .hint = esta lista de frases se graba para reconocimiento del habla; no se guardó nada sobre ti
consent-open = faltan respuestas a las preguntas sobre el consentimiento
consent-not-signed = no se ha dado el consentimiento
consent-missing = no se graba nada sin un recibo de consentimiento
    .hint = contesta las preguntas sobre el consentimiento, o indica un recibo con --consent ARCHIVO
flags-of-consent = --yes y --grant, o --consent ARCHIVO
consent-unasked = no se graba nada sin consentimiento, y aquí no hay a quién preguntarle
    .hint = contesta con { $flag }
consent-adults = solo las personas adultas pueden grabar aquí por su cuenta
    .hint = el recibo del padre, la madre o el tutor se indica con --consent ARCHIVO
consent-no-text = no hay texto de consentimiento para { $locale }
    .hint = escribe consent/{ $locale }.txt junto a sheet.toml
consent-no-use = `{ $scope }` no es uno de los usos; se permiten { $allowed }
consent-use-not-asked = el uso { $scope } no se pide aquí; se piden { $asked }
    .hint = omítelo, o haz que lo agreguen a `uses` en el archivo del proyecto
consent-no-licence = el uso { $scope } necesita una licencia y no se indica ninguna
    .hint = indícala con --licence, por ejemplo CC-BY-4.0, o en el archivo del proyecto
consent-no-contact = se dio un contacto, pero no se permitió el uso contact-again
    .hint = omite --contact, o permite ese uso con --grant contact-again
consent-not-kept = el consentimiento no permite guardar `{ $field }`
    .hint = omite --about { $field }=…, o da el consentimiento de nuevo con --yes
about-form = `{ $given }` no es KEY=VALUE con KEY entre { $fields }
about-refused = la respuesta a `{ $field }` no se puede guardar: { $why }
about-long = la respuesta a `{ $field }` tiene más de { $longest } caracteres

# The keyboard and the system.

answer-needed = hace falta una respuesta: { $question }
    .hint = aquí no hay a quién preguntarle; contesta con { $flag }
answer-form = `{ $question }` no se contesta así
answer-not-asked = `{ $question }` no se pregunta ahora
answer-ended = la entrada terminó antes de una respuesta
interrupted = se detuvo, como pediste
system-no-signal = no se puede vigilar Ctrl-C: { $cause }
system-no-random = el sistema no da bytes al azar: { $cause }
system-epoch = SOURCE_DATE_EPOCH es `{ $given }`; debe ser un número entero de segundos desde 1970
system-json = un valor no se puede escribir como JSON

## A bar that shows how far a long work is; what stands in quotes is filled in by the bar

progress-bar = { "{bar:32}" } { "{pos}" } de { "{len}" } { $unit }  { "{per_sec}" }  faltan { "{eta}" }  { "{msg}" }

## Findings, the most important first: title, problem, what to do now, why it matters to a corpus

check-unreadable-file-title = No se puede leer el archivo
check-unreadable-file-problem = El archivo no se puede leer como sonido.
check-unreadable-file-fix = Mira la razón más abajo: convierte el archivo o cópialo otra vez. Si se acaba de grabar, grábalo de nuevo.
check-unreadable-file-why = Un archivo que termina antes de lo que dice su encabezado, o que no es sonido, sería cortado o rechazado por cualquier programa de entrenamiento, muchas veces sin avisar.

check-device-lost-title = El micrófono desapareció
check-device-lost-problem = El micrófono desapareció o se cambió durante la grabación.
check-device-lost-fix = Lee otra vez en cuanto haya micrófono.
check-device-lost-why = Lo que se dijo después de ese momento falta o vino de otro micrófono; lo que queda suena completo, así que después nadie lo nota.

check-empty-file-title = No se grabó nada
check-empty-file-problem = La grabación está vacía.
check-empty-file-fix = Revisa que el micrófono esté conectado y que el programa tenga permiso de usarlo.
check-empty-file-why = En una grabación tan corta no cabe ninguna palabra; le enseña a un modelo que el texto puede ser silencio.

check-digital-silence-title = Solo silencio
check-digital-silence-problem = Solo llegó silencio.
check-digital-silence-fix = El micrófono está silenciado o no es el correcto: actívalo o elige otro.
check-digital-silence-why = Un micrófono abierto siempre varía más de un escalón: esto es una entrada silenciada o equivocada, no un cuarto en silencio.

check-take-long-title = Más larga de lo permitido
check-take-long-problem = La grabación dura más del máximo permitido.
check-take-long-fix = Lee solo lo que se muestra y detén la grabación cuando termines.
check-take-long-why = Nadie tarda tanto en leer una frase: el micrófono se quedó abierto, o es otro archivo. Lo que sobra no se analiza, y puede faltar el final.

check-computer-slept-title = Computadora suspendida
check-computer-slept-problem = La computadora se suspendió, y falta lo que se dijo mientras tanto.
check-computer-slept-fix = Lee esta frase otra vez.
check-computer-slept-why = Una computadora suspendida, o un programa detenido, no graba nada; lo de antes y lo de después se unen a media palabra, y después nadie puede oírlo.

check-scale-wrong-title = Escala equivocada
check-scale-wrong-problem = Las muestras pasan por mucho la escala máxima: se guardaron números enteros como decimales.
check-scale-wrong-fix = Divide todas las muestras entre la escala máxima de los enteros que eran, 32768 para 16 bits, y guarda el archivo otra vez.
check-scale-wrong-why = Los decimales tienen una escala máxima de 1. Los enteros guardados como decimales son miles de veces más grandes: reproductores y programas de entrenamiento los recortan hasta volverlos ruido.

check-capture-xrun-title = Se perdió sonido
check-capture-xrun-problem = La computadora estaba muy ocupada y se perdió algo de sonido.
check-capture-xrun-fix = Cierra otros programas y lee otra vez.
check-capture-xrun-why = Las muestras que la computadora perdió ya no existen, y los bordes quedan pegados; después nadie puede notarlo al oír, así que se cuenta mientras se graba.

check-dropout-silent-title = Se cortó el sonido
check-dropout-silent-problem = El sonido se cortó por un momento.
check-dropout-silent-fix = Revisa el cable o la conexión inalámbrica y lee otra vez.
check-dropout-silent-why = Un hueco rellenado en medio de un sonido es un búfer que perdió el cable, la conexión inalámbrica o el controlador, y un agujero en una palabra.

check-no-speech-title = No se oyó ninguna voz
check-no-speech-problem = No se oyó a nadie hablar.
check-no-speech-fix = Revisa el micrófono y lee la frase en voz alta.
check-no-speech-why = Una grabación sin voz bajo un texto le enseña a un reconocedor a escribir palabras donde hay ruido.

check-dropout-repeat-title = Sonido repetido
check-dropout-repeat-problem = El micrófono repitió un trozo de sonido.
check-dropout-repeat-fix = Lee otra vez; si vuelve a pasar, usa otra entrada USB.
check-dropout-repeat-why = Un controlador que entrega dos veces un búfer produce un tartamudeo que ninguna boca hace; el sonido analógico nunca se repite hasta el último bit.

check-clipped-title = Demasiado alta, distorsionada
check-clipped-problem = La grabación está demasiado alta y distorsionada.
check-clipped-fix = Baja el volumen del micrófono o aléjate el ancho de una mano.
check-clipped-why = Los picos recortados no se pueden reparar, y a un modelo le suenan como otra voz. La revisión mira los límites propios de la grabación, así que bajarle el volumen después no lo esconde.

check-start-cut-title = Inicio cortado
check-start-cut-problem = Ya se oía hablar a alguien cuando empezó la grabación.
check-start-cut-fix = Empieza un momento después; si no eras tú, espera a que haya silencio.
check-start-cut-why = Falta el primer sonido de una palabra, así que el texto y el sonido no coinciden justo donde un modelo los alinea.

check-end-cut-title = Final cortado
check-end-cut-problem = Todavía se oía hablar a alguien cuando terminó la grabación.
check-end-cut-fix = Espera un momento antes de detenerla; si no eras tú, lee otra vez cuando haya silencio.
check-end-cut-why = Falta el final de la última palabra, así que el texto y el sonido no coinciden justo donde un modelo los alinea.

check-read-incomplete-title = Muy corta para el texto
check-read-incomplete-problem = Es demasiado corta para la frase.
check-read-incomplete-fix = ¿Se leyó todo? Lee otra vez de principio a fin.
check-read-incomplete-why = Las palabras que están en el texto y no en el sonido son el peor error de un corpus. El tiempo de lectura lo delata en cuanto se conoce el ritmo de la persona.

check-read-too-long-title = Muy larga para el texto
check-read-too-long-problem = Es demasiado larga para la frase.
check-read-too-long-fix = ¿Se leyó dos veces, o se dijo algo más? Lee la frase una vez, y nada más.
check-read-too-long-why = Un texto leído dos veces, o con otras palabras, tiene en el sonido palabras que el texto no tiene.

check-prompt-mismatch-title = No es la frase
check-prompt-mismatch-problem = Lo que se oyó no es la frase.
check-prompt-mismatch-fix = Léela tal como está escrita.
check-prompt-mismatch-why = Una lectura fluida de otra frase pasa todas las revisiones de sonido; solo las palabras de un reconocedor pueden delatarla.

check-duplicate-exact-title = Otra vez la misma grabación
check-duplicate-exact-problem = Esta grabación es igual a otra.
check-duplicate-exact-fix = Lee la frase; cada frase necesita su propia grabación.
check-duplicate-exact-why = La misma grabación en dos frases significa que uno de los textos está mal; dos veces en una misma frase, cuenta doble una voz.

check-duplicate-near-title = Copia de otra grabación
check-duplicate-near-problem = Parece ser una copia de otra grabación.
check-duplicate-near-fix = Lee la frase; cada frase necesita su propia grabación.
check-duplicate-near-why = Una copia a la que se le subió el volumen, se le cortó algo o se le agregó ruido sigue sin ser una segunda lectura.

check-noisy-title = Ruido de fondo
check-noisy-problem = Hay demasiado ruido de fondo.
check-noisy-fix = Cierra la ventana, apaga los ventiladores o acércate más al micrófono.
check-noisy-why = La tasa de error de palabras sube mucho cuando el ruido está a menos de 10 dB de la voz.

check-narrowband-title = Suena como un teléfono
check-narrowband-problem = Esto suena como por teléfono.
check-narrowband-fix = Tal vez los audífonos estén en modo de llamada; usa un cable o el micrófono integrado.
check-narrowband-why = A la banda telefónica le faltan los sonidos que distinguen la s de la f; mezclada en un corpus de banda ancha, enseña el dispositivo en vez del idioma.

check-format-low-title = Formato de grabación muy bajo
check-format-low-problem = El formato de grabación es demasiado bajo para este proyecto.
check-format-low-fix = Configura el dispositivo en 16 bits y al menos la frecuencia pedida.
check-format-low-why = Una frecuencia o un número de bits menor que lo que pide el proyecto no se recupera convirtiendo el archivo.

check-channel-dead-title = Solo un lado tiene sonido
check-channel-dead-problem = De la izquierda y la derecha, solo una trae sonido.
check-channel-dead-fix = Se usa ese lado; revisa el conector si querías los dos.
check-channel-dead-why = Un lado no trae nada: el conector está a medio meter, o se quería usar el otro micrófono.

check-channels-inverted-title = Los lados se anulan
check-channels-inverted-problem = Los dos lados se anulan entre sí.
check-channels-inverted-fix = Pon el micrófono en mono, o usa otro.
check-channels-inverted-why = Los dos lados se anulan cuando algo los mezcla en uno, y la voz queda débil o en silencio.

check-channels-differ-title = Dos voces en dos lados
check-channels-differ-problem = Los dos lados tienen voces distintas, y solo se usa un lado.
check-channels-differ-fix = Haz un archivo con cada lado, o graba a una persona a la vez.
check-channels-differ-why = Una llamada o una entrevista tiene una persona en cada lado. Un lado se usa y el otro se descarta: sus palabras faltan, o están en el texto y no en el sonido.

check-too-quiet-title = Voz muy baja
check-too-quiet-problem = La voz casi no se oye en esta grabación.
check-too-quiet-fix = Acércate más o sube el volumen del micrófono.
check-too-quiet-why = Una voz muy baja queda más cerca del ruido del dispositivo, y un modelo oye los dos cuando se le sube el volumen.

check-noise-gated-title = Cortes entre palabras
check-noise-gated-problem = El dispositivo corta el sonido entre las palabras.
check-noise-gated-fix = Desactiva la reducción de ruido.
check-noise-gated-why = La reducción de ruido corta, junto con el ruido, las respiraciones y los finales suaves, y deja huecos que ningún cuarto tiene.

check-limited-title = Partes fuertes aplastadas
check-limited-problem = Las partes fuertes suenan aplastadas.
check-limited-fix = Desactiva la amplificación y el volumen automático, o baja el volumen del micrófono.
check-limited-why = La ganancia automática, la amplificación y los limitadores aplastan los sonidos fuertes, y una grabación saturada y remuestreada se ve igual.

check-hum-50-title = Zumbido eléctrico, 50 Hz
check-hum-50-problem = Hay un zumbido eléctrico.
check-hum-50-fix = Desconecta el cargador, o usa otro enchufe u otro cable.
check-hum-50-why = El zumbido de la corriente está debajo de cada palabra de la sesión; es fácil quitarlo en el enchufe y difícil quitarlo después.

check-hum-60-title = Zumbido eléctrico, 60 Hz
check-hum-60-problem = Hay un zumbido eléctrico.
check-hum-60-fix = Desconecta el cargador, o usa otro enchufe u otro cable.
check-hum-60-why = El zumbido de la corriente está debajo de cada palabra de la sesión; es fácil quitarlo en el enchufe y difícil quitarlo después.

check-rumble-title = Retumbo grave
check-rumble-problem = Se oye un retumbo grave.
check-rumble-fix = Quita el micrófono de la mesa y protégelo del viento.
check-rumble-why = Los pasos, el viento y las mesas llenan los sonidos más graves; un filtro los quita, pero la causa muchas veces también da golpes que se oyen.

check-click-noise-title = Clic o golpe
check-click-noise-problem = Se oye un clic o un golpe cerca de la voz.
check-click-noise-fix = No toques la mesa, y espera un momento antes de presionar la tecla.
check-click-noise-why = Las teclas y los golpes junto a la voz se vuelven sonidos que un modelo puede aprender a esperar ahí.

check-reverberant-title = Hay eco en el cuarto
check-reverberant-problem = La voz rebota en las paredes.
check-reverberant-fix = Ve a un cuarto con cortinas o una cama, y acércate más al micrófono.
check-reverberant-why = Un cuarto con eco mezcla un sonido con el siguiente; el eco se puede agregar después, pero nunca quitar.

check-level-changed-title = Voz más fuerte o más baja que antes
check-level-changed-problem = La voz suena mucho más fuerte o más baja que antes.
check-level-changed-fix = Siéntate como al principio.
check-level-changed-why = Un cambio brusco de nivel significa que la persona o el micrófono se movió, y con eso el resto de la sesión.

check-room-changed-title = Cambió el ruido de fondo
check-room-changed-problem = El ruido de fondo es más fuerte que al principio.
check-room-changed-fix = ¿Se encendió algo? Apágalo, o espera.
check-room-changed-why = Algo se encendió. Es mejor notarlo después de una frase que después de cien.

check-upsampled-title = Menos calidad que la elegida
check-upsampled-problem = El micrófono da un sonido de menor calidad que la que está configurada.
check-upsampled-fix = En los ajustes de sonido, elige la frecuencia propia del micrófono.
check-upsampled-why = El archivo es más grande que su contenido, y un modelo para voz de banda ancha aprende que los agudos son silencio.

check-peak-hot-title = Casi demasiado alto
check-peak-hot-problem = El sonido está casi demasiado alto.
check-peak-hot-fix = Baja un poco el volumen del micrófono.
check-peak-hot-why = Casi no queda margen: la siguiente palabra más fuerte va a saturar.

check-dc-offset-title = Desfase eléctrico
check-dc-offset-problem = La entrada del micrófono le suma al sonido un desfase eléctrico constante.
check-dc-offset-fix = Lee otra vez. Si vuelve a pasar, usa otra entrada u otro micrófono.
check-dc-offset-why = Una componente continua resta margen y hace un clic en cada corte; la mayoría de los dispositivos no la tiene.

check-pause-long-title = Pausa larga
check-pause-long-problem = Hay una pausa larga en medio.
check-pause-long-fix = Lee la frase de corrido.
check-pause-long-why = Una pausa larga en medio suele ser un cambio de página o un segundo intento.

check-lead-silence-long-title = Silencio largo al inicio
check-lead-silence-long-problem = Hay un silencio largo al inicio.
check-lead-silence-long-fix = No tienes que hacer nada: se va a recortar. La próxima vez, empieza a hablar poco después de ver GRABANDO.
check-lead-silence-long-why = El silencio cuesta espacio y tiempo de entrenamiento; se recorta sin pérdida.

check-trail-silence-long-title = Silencio largo al final
check-trail-silence-long-problem = Hay un silencio largo al final.
check-trail-silence-long-fix = No tienes que hacer nada: se va a recortar. La próxima vez, presiona Enter poco después de la última palabra.
check-trail-silence-long-why = El silencio cuesta espacio y tiempo de entrenamiento; se recorta sin pérdida.

check-mos-low-title = Puede sonar mal
check-mos-low-problem = Es posible que esto suene mal.
check-mos-low-fix = Escúchala y, si suena mal, lee otra vez.
check-mos-low-why = Una segunda opinión sobre cómo suena; el modelo casi no nota la saturación ni las bandas estrechas, así que no reemplaza ninguna otra revisión.

check-speech-doubtful-title = Quizá no sea una voz
check-speech-doubtful-problem = Es posible que esto no sea una voz.
check-speech-doubtful-fix = Escúchala y, si nadie habla, lee otra vez.
check-speech-doubtful-why = Lo que el detector tomó por voz puede ser música, una tos o una puerta.

check-channels-identical-title = Dos lados iguales
check-channels-identical-problem = La izquierda y la derecha son iguales: se almacena una sola.
check-channels-identical-fix = No tienes que hacer nada; una entrada mono ahorra espacio.
check-channels-identical-why = No hay nada mal; el archivo es el doble de grande de lo necesario.

## Findings that come from no check

check-interrupted-title = La grabación se cortó
check-interrupted-problem = La grabación se cortó por una falla o una señal.
check-interrupted-fix = Escucha el final; lee otra vez si falta una palabra.
check-interrupted-why = Una palabra cortada está en el texto y no en el sonido, y le enseña a un modelo a omitir palabras.

check-file-altered-title = El archivo se modificó
check-file-altered-problem = El archivo no es el que se grabó.
check-file-altered-fix = Recupera el archivo grabado, o grábalo otra vez.
check-file-altered-why = Nadie puede saber qué hay en un archivo que se modificó después de revisarlo: su resultado, su texto y su consentimiento son los de otro.

check-file-missing-title = Falta el archivo
check-file-missing-problem = El archivo no está.
check-file-missing-fix = Recupéralo de una copia, o grábalo otra vez.
check-file-missing-why = Un texto sin su sonido no enseña nada, y lo que se cuenta de él está mal.
