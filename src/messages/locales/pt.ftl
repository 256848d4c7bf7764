# The words that a contributor can meet, in Portuguese.
# Register: você, Brazilian, as in the sheet and the consent text (pt-BR); short, plain and friendly, never blaming.
# Words: recording (take) = gravação; sentence (prompt) = frase; one reading of a sentence = leitura; sitting (session) = sessão;
# microphone = microfone; break = pausa; receipt = recibo; withdrawal code = código de revogação; sheet = lista de frases; speaker = voz.

## Verdicts

verdict-pass = BOA
verdict-warn = REGULAR
verdict-reject = REPETIR

## The start of a sitting

welcome-head = { $title }  ({ $locale }, voz { $speaker }, { $device })
welcome-going-on = Vamos continuar. Frases já gravadas: { $kept } de { $readings }.
welcome-another = Da última vez, o microfone era { $before }; agora é { $now }.
welcome-readings =
    { $count ->
        [one] { $count } frase.
       *[other] { $count } frases.
    }
welcome-longest = Uma gravação pode durar { $length }. Se passar disso, ela para sozinha e não pode ser usada.
welcome-patience = Uma gravação que dura muito mais do que a frase pede para sozinha.
welcome-listening =
    O microfone fica ligado de agora até o fim. Fica guardado o que está entre um Enter e o seguinte, com meio segundo antes e depois.
welcome-keys = ? e Enter mostra todas as teclas; depois de cada letra, aperte Enter.
recovered-saved =
    { $count ->
        [one] A última sessão foi interrompida. { $count } gravação inacabada foi salva.
       *[other] A última sessão foi interrompida. { $count } gravações inacabadas foram salvas.
    }
session-unreadable =
    Não é possível ler uma pasta de gravações, e ela fica como está: { $path } ({ $cause }). Mostre isto a quem ajuda você.
recovered-torn = A última sessão foi interrompida. Nada do que você guardou se perdeu.

clock-early = O relógio deste computador marca { $date }, quando este programa ainda não existia. Acerte a data e a hora e comece de novo: as gravações com essa data, e o consentimento que vai com elas, não poderão ser usados depois.
clock-late = O relógio deste computador marca { $date }, uma data muito distante. Acerte a data e a hora e comece de novo: as gravações com essa data, e o consentimento que vai com elas, não poderão ser usados depois.

## The room

room-listening =
    { $seconds ->
        [one] Faça silêncio por { $seconds } segundo, por favor: assim medimos o barulho do ambiente.
       *[other] Faça silêncio por { $seconds } segundos, por favor: assim medimos o barulho do ambiente.
    }
room-silent = Nenhum som.
room-silent-advice = Só chega silêncio. O microfone está mudo, ou era para ser outro?
room-loud = O ambiente está barulhento.
room-loud-advice = Feche a janela, desligue os ventiladores ou chegue mais perto do microfone.
room-quiet = O ambiente está silencioso o bastante.
room-keys = Enter: medir de novo   g: continuar assim mesmo   q: parar por hoje

## The prompt and the take

media-sound = Primeiro toca um exemplo. Fale quando ele terminar; e: ouvir de novo
media-picture = Olhe esta imagem e diga o que corresponde a ela: { $path }
prompt-place = { $number } de { $readings }
prompt-reading = leitura { $repetition } de { $repeat }
prompt-again = mais uma vez
prompt-kept = guardada
prompt-of-attempts = gravação { $attempt } de { $attempts }
take-length = { $seconds } s
take-stopped-long = Passou do tempo máximo de uma gravação: { $length }. Ela foi parada.
length-minutes =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
length-seconds =
    { $count ->
        [one] { $count } segundo
       *[other] { $count } segundos
    }
take-also = também: { $titles }
take-device = Este microfone não consegue mais que isso.
finding-said = { $problem } { $fix }
meter-clipped = alto demais
slept =
    { $seconds ->
        [one] O computador ficou suspenso por { $seconds } segundo. Continuamos daqui.
       *[other] O computador ficou suspenso por { $seconds } segundos. Continuamos daqui.
    }
device-searched = Procuramos o microfone a cada segundo, por no máximo um minuto. Assim que houver um, continuamos; q: parar por hoje
device-muted = O microfone { $name } ficou mudo: só silêncio está sendo gravado. Ative-o nas configurações de som do sistema.
device-unmuted = O microfone { $name } está ativo de novo.
device-back = Há um microfone de novo: { $name }. Vamos continuar.

## What holds for a microphone, before the first prompt, and what to do about it

remark-monitor = Isto não é um microfone: ele grava o que sai do alto-falante.
    .wait = Escolha um microfone com --device; `booth devices` mostra quais há.
remark-unplugged = Não há nada conectado na entrada deste microfone.
    .wait = Conecte-o, ou escolha outro com --device; `booth devices` mostra quais há.
remark-muted = Este microfone está mudo.
    .wait = Ative-o nas configurações de som do sistema.
remark-volume = O volume deste microfone está em { $percent } % no sistema.
    .wait = Deixe-o em 100 % nas configurações de som e, em vez disso, fale um pouco mais alto ou mais baixo.
remark-telephone = Este microfone tem som de telefone ({ $rate }).
    .wait = É o som de um fone sem fio em modo de chamada. Use um com cabo ou o microfone embutido.
remark-narrow = Este microfone trabalha a { $rate }; são necessários { $wanted } Hz.
    .wait = Escolha uma taxa mais alta nas configurações de som do sistema, ou outro microfone.

## What the recorder noticed

capture-lost = O computador estava muito ocupado e um pouco de som se perdeu.
capture-stalled = Por um momento não chegou som do microfone.
capture-missing = Falta um pouco de som nesta gravação.
capture-silent = Só chegou silêncio.
capture-clock = O relógio do microfone anda a { $measured } Hz, e não a { $stated }.

## What the booth is doing

phase-idle = A sessão ainda não começou.
phase-showing = Tudo pronto.
phase-recording = GRAVANDO
phase-judging = Um momento.
phase-verdict = Guarde ou leia de novo.
phase-paused = Pausa.
nobody-heard = Por duas vezes não se ouviu ninguém. Você está aí?
phase-done = Tudo foi lido.
phase-finished = A sessão terminou.
done-all =
    { $readings ->
        [one] A única frase está guardada.
       *[other] Todas as { $readings } frases estão guardadas.
    }
done-some =
    { $left ->
        [one] Por enquanto é só. Frases guardadas: { $kept } de { $readings }; pulada: { $left }.
       *[other] Por enquanto é só. Frases guardadas: { $kept } de { $readings }; puladas: { $left }.
    }
done-limit = Isso é tudo o que você queria ler hoje. Frases guardadas: { $kept } de { $readings }.

## The list of all sentences

reading-kept = guardada
reading-left-out = pulada
reading-open = a ler
reading-none = `{ $given }` não é uma frase da lista; digite um número de 1 a { $readings }. l: todas as frases
report-ask = O que está errado nesta frase?
report-spelling = Há um erro nela
report-unnatural = Ninguém diria assim
report-unclear = Dá para ler de duas maneiras
report-unfit = Não quero ler isto em voz alta
report-other = Outra coisa
report-keys = Digite um número e, se quiser, mais palavras depois. Enter: deixar para lá
report-thanks = Muito obrigado: recado dado.
report-none = Nenhum recado foi dado.

## Keys

keys-showing = Enter: gravar   s: pular   b: voltar   q: parar por hoje
keys-recording = Leia agora. Enter: parar
keys-verdict = Enter: guardar   r: ler de novo   p: ouvir   s: pular   b: voltar
keys-rejected = Enter: ler de novo   k: guardar mesmo assim   p: ouvir   s: pular
keys-kept = Enter: continuar   r: ler de novo   p: ouvir   d: apagar   b: voltar
keys-attempts = <  >: a gravação anterior ou a seguinte
keys-delete = Apagar esta gravação de vez? Ninguém consegue recuperá-la.   d: apagar   Enter: não
keys-paused = Enter: continuar   q: parar por hoje
keys-done = Enter: terminar   b: voltar à última   u: desfazer a decisão   l: ver todas
keys-hands-free = Leia cada frase no seu ritmo; o resto avança sozinho. q: parar por hoje   w: pausa   ?: teclas
key-unknown = `{ $key }` não é uma tecla que sirva aqui; ? mostra todas as teclas.
key-arrows = As setas e outras teclas especiais não servem aqui; ? mostra todas as teclas.
help-enter = gravar; parar; guardar a gravação se ficou boa, ou repetir
    .key = Enter
help-keep = guardar esta gravação
    .key = k
help-redo = ler de novo; a gravação fica até você guardar outra
    .key = r
help-play = ouvir esta gravação; diante de uma frase, a última dela
    .key = p
help-hear = ouvir de novo o exemplo desta frase
    .key = e
help-skip = pular, com um motivo se quiser; ela volta no fim
    .key = s [MOTIVO]
help-report = avisar que há algo errado nesta frase
    .key = x [O QUÊ]
help-back = voltar à frase anterior
    .key = b
help-choose = ver a gravação anterior ou a seguinte da mesma frase
    .key = <  >
help-undo = desfazer a última decisão, quantas vezes quiser
    .key = u
help-delete = apagar esta gravação de vez; antes, pergunta
    .key = d
help-list = ver todas as frases e o que houve com cada uma
    .key = l
help-goto = ir para a frase que tem este número na lista
    .key = g NÚMERO
help-help = esta ajuda
    .key = ?
help-pause = fazer uma pausa
    .key = w
help-mode = quem encerra a gravação: você, o silêncio, ou tudo avança sozinho; cada m passa ao modo seguinte
    .key = m
help-quit = parar por hoje; da próxima vez, continua daqui
    .key = q
help-interrupt = parar na hora; o que você guardou está seguro
    .key = Ctrl-C

## Why a command cannot be followed now

refusal-recording = Uma gravação está em andamento. Primeiro aperte Enter para pará-la.
refusal-not-recording = Nada está sendo gravado.
refusal-judging = Um momento, a gravação está sendo verificada.
refusal-undecided = Primeiro guarde esta gravação ou leia de novo.
refusal-no-take = Ainda não há gravação desta frase.
refusal-no-sound = Esta frase não tem exemplo para ouvir.
refusal-silent = Não há voz nesta gravação, por isso ela não pode ser guardada. Leia de novo ou pule a frase.
refusal-cut-short = Esta gravação foi cortada, por isso não pode ser guardada. Leia de novo.
refusal-no-such-take = Desse lado não há outra gravação desta frase.
refusal-elsewhere = Esta gravação é de uma sessão anterior com outro equipamento e não pode ser apagada daqui.
refusal-not-asked = Nada foi perguntado.
refusal-nothing-to-undo = Nesta sessão não foi decidido nada que se possa desfazer.
refusal-unseen = Isso chegou antes de haver algo para responder.
refusal-done = Tudo foi lido. Primeiro volte a uma frase.
refusal-kept = Esta gravação já está guardada.
refusal-nothing-before = Não há nada antes.
refusal-unknown-prompt = Esta frase não está na lista de frases.
refusal-paused = Estamos na pausa. Aperte Enter para continuar.
refusal-not-paused = Não há pausa agora.
refusal-device-lost = O microfone sumiu. Assim que houver um, continuamos.
refusal-not-open = A sessão terminou.

## Why a recording stopped

stop-user = Você parou a gravação.
stop-end = O som terminou.
stop-length = Passou do tempo máximo de uma gravação.
stop-interrupted = A sessão terminou no meio.
stop-device-lost = O microfone sumiu.
stop-disk = Não foi possível armazenar a gravação.
stop-discarded = Foi um engano; nenhuma gravação fica.
stop-unknown = A gravação parou.

## The end of a sitting

close-finished = Tudo foi lido.
close-limit = Esta sessão já durou o bastante.
close-quit = Por hoje é só.
close-interrupted = Parou, como você pediu.
close-nobody = Não se ouviu ninguém, por isso a sessão parou.
close-error = A sessão teve de terminar.
close-device-changed = O microfone foi trocado.
close-recovered = O que tinha sido cortado já está em ordem.
close-unknown = A sessão terminou.
farewell-given =
    { $count ->
        [0] Você não leu nenhuma frase nesta sessão; no total, { $all } ({ $minutes } minutos).
        [one] Você leu { $count } frase nesta sessão, { $all } no total ({ $minutes } minutos).
       *[other] Você leu { $count } frases nesta sessão, { $all } no total ({ $minutes } minutos).
    }
farewell-done = Isso foi tudo. Muito obrigado!
farewell-left =
    { $count ->
        [one] Falta { $count } frase. Para continuar:
       *[other] Faltam { $count } frases. Para continuar:
    }
farewell-where = As suas gravações estão em { $path }
farewell-contact = Entregue-as a { $name }, { $contact }.
farewell-contact-unnamed = Entregue-as à pessoa que as pediu a você.

## Questions

question-speaker = Quem está lendo: { $speakers }? (Enter: uma pessoa nova)
question-new-speaker = Ninguém aqui se chama `{ $speaker }`. Digite de novo para começar como pessoa nova, ou digite o nome certo:
question-adult = Sou maior de idade no meu país
question-contact = Como podemos entrar em contato com você; fica guardado à parte das gravações
page-more = Enter: continuar lendo
form-uses = Vocês podem
form-about = Sobre você, se quiser
form-ticked = [x]
form-open = [ ]
form-needed = (necessário)
form-left-out = -
form-keys =
    Um número e Enter marca ou desmarca a linha; ou um número e palavras, por exemplo: { $example } quarenta e poucos
    Só Enter: está tudo como eu quero.   q: sair, e nada fica guardado
form-lacking = Nada pode ser gravado sem { $numbers }.
form-unknown = `{ $given }` não é uma linha do formulário; digite um número de 1 a { $last }.
form-no-words = A linha { $number } não leva palavras: só o número já marca ou desmarca.
form-words = A linha { $number } leva palavras: digite-as depois do número. Um - depois do número deixa a linha vazia.
about-gender = Seu gênero, nas suas palavras
about-age = Sua idade, ou uma faixa como “trinta e poucos”
about-accent = Seu sotaque ou sua região
about-native-language = Sua língua materna

## Uses that are asked for; each goes on with "You may"

scope-asr = usar as minhas gravações para reconhecimento de fala: ensinar máquinas a entender o que se diz
scope-tts = usá-las para criar uma voz sintética que pode ser parecida com a minha
scope-speaker-id = usá-las para ensinar máquinas a reconhecer pela voz quem está falando
scope-evaluation = usá-las para avaliar se esses sistemas funcionam bem
scope-share-gated =
    { $licence ->
        [none] compartilhá-las com pessoas que assinaram termos de uso
       *[other] compartilhá-las, sob a licença { $licence }, com pessoas que assinaram termos de uso
    }
scope-share-open =
    { $licence ->
        [none] publicá-las abertamente: qualquer pessoa pode baixá-las e usá-las
       *[other] publicá-las abertamente sob a licença { $licence }: qualquer pessoa pode baixá-las e usá-las como ela permite
    }
scope-contact-again = me pedir novas gravações

## The receipt

consent-holds = O seu consentimento de { $date } (recibo { $receipt }) continua valendo.
project-used = Projeto: { $path }
receipt-where = O seu recibo, com o código de revogação: { $path }
receipt-code = Código de revogação: { $code }   (guarde-o; ele não fica em nenhum outro lugar)
controller-unnamed = a pessoa que coleta estas gravações
contact-unnamed = a pessoa que pediu estas gravações a você
copy-consent = Consentimento
copy-consent-said = dado em { $date } (UTC), sua cópia
copy-receipt = Recibo
copy-speaker = Você é
copy-speaker-said = voz { $speaker } (nenhum nome fica guardado com as suas gravações)
copy-controller = Dado a
copy-contact = Contato
copy-until = Válido até
copy-yes = sim
copy-no = não
copy-licence = Licença
copy-code = Cód. de revogação
copy-withdraw = Para desistir
copy-keep = Guarde este código: ele não fica em nenhum outro lugar e prova que as gravações são suas.
copy-text = O texto que foi mostrado a você ({ $locale }):
withdrawal-by-code = Informe o código de revogação ao contato acima; não é preciso dar motivo.
gone-head = Retirado em { $date } (UTC), número { $id }
gone-speaker = Você retirou tudo o que tinha gravado até então.
gone-session = Você retirou uma sessão.
gone-take = Você retirou uma gravação.
gone-scope = De agora em diante isto já não é feito com ela: { $scope }. Nada mais muda.
gone-deleted = Apagado de vez: gravações: { $takes }, segundos de som: { $seconds }. Uma busca feita depois não encontrou nada disso.
gone-no-release = Não tinha sido publicado.
gone-releases = Está em edições que já saíram: { $releases }. Quem tem uma delas é avisado para apagar isso ali.
gone-models = O que já foi aprendido de uma edição publicada não pode ser tirado de um modelo treinado.
gone-next = A próxima edição é feita sem isso. Guarde esta carta: ela é a prova.
mine-head = Tudo o que se guarda aqui sobre você, copiado em { $date } (UTC)
mine-sessions = Sessões: { $count }, cada uma na sua própria pasta em sessions/.
mine-files = Em cada uma: as suas gravações em audio/, o que lhe foi mostrado e o que se mediu e se disse disso em takes.jsonl, o que programas ouviram em transcripts.jsonl, aquilo com que você concordou em consent/.
mine-receipts = Em receipts/: os seus recibos, cartas e o que você disse sobre como ser contatado.
mine-rights = É seu: leia, guarde, dê a quem quiser. Com o código do seu recibo você pode retirar tudo.
feedback-head = O que foi feito das suas gravações, da parte de quem as recolhe
feedback-thanks = Aceites até agora: { $count }. Obrigado por cada uma.
feedback-again = Por favor, leia de novo: { $count }, em cerca de { $minutes } min.
feedback-nothing = Não é preciso ler nada de novo.
feedback-why = { $count } × { $why }
feedback-advice = Quase tudo tem uma só causa. Antes de continuar: { $fix }
feedback-here = Mais uma vez, por favor: { $problem }
feedback-heard = Alguém ouviu e pede mais uma vez. Leia com calma, como diria em casa.
feedback-how = Para isso, coloque este arquivo ao lado da pasta das suas gravações e grave como sempre.
feedback-of-another = Este retorno é para { $given }, e quem lê é { $wanted }.
feedback-elsewhere = Além disso, de outras folhas ou línguas, ou que já não estão na folha: { $count }.
feedback-unreadable = Um retorno não pode ser lido, { $path }: { $cause }
hand-in-made = Seu arquivo para entregar: { $files } – o código dele é { $code }.
hand-in-nothing = Não há nada que já não tenha sido entregue.
hand-in-lacking = Nem tudo pôde entrar no arquivo: { $count }. Avise quem pediu as gravações.
farewell-bundle = Para fazer delas um só arquivo para entregar:

## The page in the browser: what is said of a sitting

language-name = Português
page-link = Abra este link no navegador deste computador; ele abre a página uma única vez:
page-address = Em um navegador em que a página esteve aberta, { $address } abre a página de novo.
page-running = A página já está aberta; ela será aberta mais uma vez.
page-no-browser = não é possível abrir um navegador ({ $cause }); abra o link acima
page-no-server = não é possível mostrar a página: { $cause }
    .hint = talvez outro programa impeça isso; `booth record` grava em um terminal
page-alone = ninguém olhou a página por dez minutos
page-over-said = O Booth terminou. Você pode fechar esta página.
page-trouble = Isso não deu certo
page-start = O que você quer ler?
page-sheet-languages =
    { $count ->
        [one] { $count } idioma
       *[other] { $count } idiomas
    }
page-consent = Antes de começar
page-sound = Teste de som
page-microphone-say = Diga alguma coisa durante a escuta, por exemplo, o que você vê ao seu redor.
page-was-away = A página foi fechada, por isso a gravação parou; ela não se perdeu.
page-device-searched = Procuramos a cada segundo, por no máximo um minuto. Assim que houver um, continuamos.
page-device-advice = Conecte-o de novo, ou escolha outro microfone.
page-device-busy = Feche o outro programa que o está usando, ou escolha outro microfone.
page-device-denied = Nas configurações de privacidade deste computador, permita que o Booth use o microfone.
page-picture-alt = A imagem que acompanha esta frase
page-delete-ask = Apagar esta gravação de vez? Ninguém consegue recuperá-la.
page-kept = guardadas: { $kept } de { $readings }
page-minutes = { $minutes } minutos de gravação
page-left =
    { $count ->
        [one] falta cerca de { $count } minuto
       *[other] faltam cerca de { $count } minutos
    }
page-refused-recording = Uma gravação está em andamento. Primeiro pare a gravação.
page-refused-paused = Estamos na pausa. Primeiro continue.
page-reason-hard-to-say = É difícil de falar
page-reason-wrong-sentence = Tem algo errado nela
page-reason-not-now = Agora não
page-verdict-pass = Boa
page-verdict-warn = Confira
page-verdict-reject = Leia de novo
page-end = Muito obrigado
page-end-left =
    { $count ->
        [one] Falta { $count } frase. Você pode continuar agora ou abrir o Booth de novo outro dia.
       *[other] Faltam { $count } frases. Você pode continuar agora ou abrir o Booth de novo outro dia.
    }
page-end-withdraw = Você pode retirar as suas gravações quando quiser: informe o código do seu recibo à pessoa que as pediu a você. Não é preciso dar motivo.
break-offer = Você está lendo há meia hora. Quer fazer uma pausa?
mode-said = Gravação, a partir de agora: { $mode }.
mode-manual = manual
mode-auto-stop = para sozinha
mode-hands-free = mãos livres

## How a microphone does, in a word or two

figure-voice = Sua voz
figure-voice-none = não foi ouvida
figure-voice-faint = fraca
figure-voice-good = boa
figure-voice-strong = forte
figure-voice-loud = alta demais
figure-room = O ambiente
figure-room-quiet = silencioso
figure-room-heard = dá para ouvir
figure-room-loud = barulhento
figure-band = O som
figure-band-full = completo
figure-band-narrow = um pouco abafado
figure-band-telephone = de telefone

## The page in the browser: its fixed words

# Whole page
page-name = Booth
page-go-on = Continuar
page-back = Voltar
page-close = Fechar
page-note-info = Nota
page-note-warn = Atenção
page-note-bad = Problema
# Full screen when the program does not answer any more
page-gone = O Booth parou
page-gone-safe = Tudo o que você guardou está seguro neste computador.
page-gone-how = Para continuar, abra o Booth de novo como você fez antes. Esta página volta sozinha, ou uma nova se abre.
page-gone-trying = Esta página está procurando o Booth.
page-elsewhere = O Booth está aberto em outra aba
page-elsewhere-what = Só uma aba pode gravar de cada vez.
page-take-over = Usar esta aba

# Start: what to read
page-language = Idioma desta página
page-sheet = O que ler
page-locale = Idioma das frases
page-begin = Começar

# Who reads
page-who = Quem está lendo?
page-who-why = Escolha um nome inventado, nunca o seu. Pode usar letras minúsculas de a a z e números.
page-who-before = Já li aqui antes
page-who-new = É a minha primeira vez aqui
page-who-name = Nome inventado

# Consent
page-consent-adult = Antes de tudo
page-consent-uses = Vocês podem
page-consent-about = Sobre você, se quiser
page-consent-needed = necessário
page-consent-nothing = Nada vem marcado. Só é permitido o que você marcar.
page-agree = Concordar e continuar
page-refuse = Sair, e nada fica guardado

# Microphone
page-microphone-listening = Ouvindo todos os microfones
page-microphone-choose = Escolha um microfone
page-microphone-none = Nenhum microfone encontrado
page-microphone-waiting = esperando
page-microphone-listens = ouvindo
page-microphone-failed = não funciona
page-microphone-best = O melhor para a sua voz
page-microphone-default = Escolha do computador
page-microphone-chosen = Escolhido
page-microphone-use = Usar este
page-microphone-level = O quanto ele ouve você
page-listen = Medir de novo

# Sound check
page-check = Começar o teste
page-check-again = Testar de novo
page-check-stop = Já li
page-check-anyway = Continuar assim mesmo
page-check-room = Faça silêncio, por favor
page-check-sentence = Agora leia isto em voz alta
page-check-judging = Um momento
page-check-passed = Ouvimos bem você
page-check-good = está bom
page-check-poor = ainda não está bom
page-seconds-left = Segundos que faltam

# Booth: what is going on now
page-phase-showing = Tudo pronto
page-phase-recording = Gravando
page-phase-judging = Um momento
page-phase-verdict = Sua gravação
page-phase-paused = Pausa
page-phase-done = Tudo foi lido
page-phase-lost = Sem microfone
page-previous = Frase anterior
page-next = Frase seguinte
page-sentence = Leia isto em voz alta
page-controls = Botões
page-again = Mais uma vez
page-picture = Imagem

# Booth: what can be done (buttons)
page-record = Gravar
page-stop = Parar
page-keep = Guardar
page-keep-anyway = Guardar mesmo assim
page-redo = Ler de novo
page-play = Ouvir
page-play-stop = Parar de ouvir
page-skip = Pular
page-back-step = Voltar
page-undo = Desfazer
page-delete = Apagar
page-delete-yes = Apagar de vez
page-delete-no = Não apagar
page-cancel = Cancelar
page-discard = Descartar
page-pause = Fazer uma pausa
page-resume = Continuar
page-quit = Parar por hoje
page-list = Todas as frases
page-hint = Ver a dica
page-hint-hide = Ocultar a dica
page-hear = Ouvir o exemplo
page-report = Há algo errado nesta frase?
page-hold = Segurar para gravar
page-release = Soltar para parar

# Booth: the recording just made
page-take-kept = guardada
page-take-earlier = gravação anterior
page-take-others = Mais observações
page-take-fix = Tente isto primeiro
page-take-wave = Imagem da sua gravação
page-take-speech = sua voz
page-take-attempts = Gravações desta frase
page-attempt = Gravação
page-skip-why = Por que pular esta frase?
page-skip-plain = Sem motivo
page-report-why = O que está errado nesta frase?
page-who-is-there = Estou aqui

# Booth: the level of the microphone
page-meter = Nível do som
page-meter-silent = Não chega nada
page-meter-room = Esperando sua voz
page-meter-quiet = Um pouco baixo
page-meter-good = Bom
page-meter-high = Um pouco alto
page-meter-loud = Alto demais

# List of all sentences
page-list-loading = Um momento
page-list-all = Todas

# Settings
page-settings = Configurações
page-settings-mode = Como a gravação para
page-mode-manual = Eu paro a gravação
page-mode-auto-stop = Ela para quando fico em silêncio
page-mode-hands-free = Ela começa e para sozinha
page-settings-hold = Segurar a tecla ou o botão enquanto leio
page-settings-auto-play = Tocar para mim as gravações com uma observação
page-settings-keys = Usar as teclas do teclado
page-settings-keys-which = Teclas
page-settings-key-change = Trocar a tecla
page-settings-key-press = Aperte uma tecla
page-settings-key-reset = Voltar todas as teclas ao padrão
page-settings-key-fixed = Espaço e Enter sempre fazem o que o botão grande diz.
page-key-space = Espaço
page-key-enter = Enter
page-key-escape = Esc

# End
page-end-again = Continuar lendo
page-end-finish = Terminar
page-hand-in = Fazer um arquivo para entregar
page-end-where = Suas gravações
page-receipt = Seu recibo
page-receipt-code = Código de revogação
page-receipt-copy = Copiar o código
page-receipt-copied = Copiado
page-receipt-print = Imprimir esta página
page-withdraw = Se você mudar de ideia

# Trouble, and the last page
page-retry = Tentar de novo
page-over = Você já pode fechar esta página.

# The button that opens the rest of the buttons on a small screen, and the heading of what it opens
page-menu = Mais

## Trouble: no capital and no full stop, as it stands behind "trouble:" or "error:"

trouble-head = problema
trouble-said = { $head }: { $message }
trouble-hint = dica: { $hint }

# The microphone and the loudspeaker; $direction is input or output.

-plug-in = conecte-o de novo ou escolha outro com --device e execute o mesmo comando para continuar
-devices = `booth devices` mostra o que há
device-lost-gone = o microfone `{ $name }` foi desconectado
    .wait = Conecte-o de novo.
    .hint = { -plug-in }
device-lost-invalidated = o microfone `{ $name }` foi alterado pelo sistema e precisa ser aberto de novo
    .wait = Ele está sendo aberto de novo.
    .hint = { -plug-in }
device-lost-host = o sistema de áudio foi encerrado, e com ele o microfone `{ $name }`
    .wait = Ele volta junto com o sistema de áudio.
    .hint = { -plug-in }
device-lost-errors = o microfone `{ $name }` só informa erros
    .wait = Desconecte-o e conecte-o de novo.
    .hint = { -plug-in }
device-lost-changed = o sistema escolheu outro microfone em vez de `{ $name }`
    .wait = Continuamos com o que está escolhido agora.
    .hint = { -plug-in }
device-lost-suspended = o microfone `{ $name }` foi suspenso pelo sistema
    .wait = Reative-o nas configurações de som do sistema, ou conecte-o de novo.
    .hint = reative-o nas configurações de som do sistema ou escolha outro com --device; depois execute o mesmo comando para continuar
device-lost-silent = o sistema de áudio não responde, e nada chega do microfone `{ $name }`
    .wait = Continuamos quando o sistema de áudio voltar a responder.
    .hint = reinicie o servidor de som e execute o mesmo comando para continuar
device-no-audio = nenhum som chega do microfone `{ $name }`
    .wait = Verifique se ele está conectado e ligado.
    .hint = verifique se ele está conectado e não está suspenso, ou escolha outro com --device
device-not-back =
    { $seconds ->
        [one] nenhum microfone voltou em { $seconds } segundo
       *[other] nenhum microfone voltou em { $seconds } segundos
    }
    .hint = { -plug-in }
device-closed = o microfone está fechado
device-no-thread = não é possível iniciar a parte do programa que escuta o microfone
device-search-ended = a procura por um microfone terminou
device-search-failed = não é possível iniciar a procura por um microfone
-plug-one-in = conecte um, ou grave a partir de arquivos com --device file:CAMINHO
device-no-card = não há microfone: este computador não tem placa de som, e nenhum servidor de som responde
    .hint = { -plug-one-in }
device-none = não há microfone: o sistema não oferece nenhum
    .hint = { -plug-one-in }
device-missing =
    { $direction ->
        [output] não há alto-falante `{ $name }`
       *[input] não há microfone `{ $name }`
    }
    .hint = { -devices }
device-silent =
    { $direction ->
        [output] o alto-falante `{ $name }` não responde
       *[input] o microfone `{ $name }` não responde
    }
    .hint = reinicie o servidor de som ou escolha outro dispositivo; `booth devices` mostra quais há
device-busy =
    { $direction ->
        [output] o alto-falante `{ $name }` está em uso por outro programa
       *[input] o microfone `{ $name }` está em uso por outro programa
    }
    .hint = feche o outro programa ou escolha outro dispositivo; `booth devices` mostra quais há
device-denied =
    { $direction ->
        [output] o sistema não permite usar o alto-falante `{ $name }`
       *[input] o sistema não permite usar o microfone `{ $name }`
    }
    .hint =
        { $system ->
            [linux] peça para entrar no grupo `audio` ou inicie o servidor de som do seu ambiente gráfico
           *[other] permita que este terminal o use nas configurações de privacidade do sistema
        }
device-is-file =
    { $direction ->
        [output] `{ $name }` é um arquivo e não um alto-falante
       *[input] `{ $name }` é um arquivo e não um microfone
    }
device-no-format =
    { $count ->
        [0] o microfone `{ $name }` não tem nenhum dos formatos { $usable }; ele tem outros
       *[other] o microfone `{ $name }` não tem nenhum dos formatos { $usable }; ele tem { $formats }
    }
    .hint = use o mesmo dispositivo com plughw: em vez de hw:, que converte, ou alsa:default
device-unusable =
    { $direction ->
        [output] `{ $name }` não pode ser usado como alto-falante: { $cause }
       *[input] `{ $name }` não pode ser usado como microfone: { $cause }
    }
    .hint = { -devices }
device-no-server = não há servidor de som por trás de `{ $name }`
    .hint = inicie o servidor de som do seu ambiente gráfico ou escolha outro dispositivo; `booth devices` mostra quais há
device-fails =
    { $direction ->
        [output] não é possível abrir o alto-falante `{ $name }`: { $cause }
       *[input] não é possível abrir o microfone `{ $name }`: { $cause }
    }
    .hint = { -devices }
playback-no-format = o alto-falante `{ $name }` não tem nenhum formato que possa ser tocado
    .hint = escolha outro; `booth devices` mostra quais há
playback-stopped = o alto-falante `{ $name }` parou de tocar depois de { $played } de { $frames } amostras
    .hint = escolha outro alto-falante; `booth devices` mostra quais há

# The disk.

-may-write = escolha uma pasta em que você possa gravar, ou mude as permissões dela
storage-missing = não há arquivo nem pasta { $path }
storage-denied = o sistema não permite usar { $path }: permissão negada
    .hint = { -may-write }
storage-full = não é possível armazenar { $path }: o disco está cheio
    .hint = libere espaço e execute o mesmo comando de novo
storage-read-only = não é possível armazenar { $path }: o disco é somente leitura
    .hint = { -may-write }
storage-exists = { $path } já existe
storage-failed = o disco ou o sistema falha em { $path }: { $cause }
-wait = espere até terminar, ou use outra pasta
storage-in-use = está em uso por { $holder }
    .hint = { -wait }
storage-in-use-by-another = está em uso por outro programa
    .hint = { -wait }
storage-held = está em uso por { $holder }
    .hint = espere até terminar; se ninguém trabalha aqui (este disco não sabe bloquear arquivos, e pode ter faltado luz), apague { $path } e comece de novo
storage-no-locks = Este disco não sabe bloquear arquivos, como acontece em algumas pastas de rede: { $path }. Continuamos, e um arquivo ali impede que um segundo Booth entre. Deixe só um computador de cada vez trabalhar nesta pasta e faça cópias de segurança.
storage-journal = antes não foi possível escrever o registro
    .hint = execute o mesmo comando de novo; o que foi guardado está seguro

# The sheet and the sitting.

sheet-empty = a lista de frases não tem frases em nenhuma língua
    .hint = escreva-as em <língua>.tsv ao lado de sheet.toml, ou indique a pasta de outra lista de frases
sheet-languages = a lista de frases tem várias línguas: { $languages }
    .hint = diga com --locale qual será lida
sheet-no-prompt = a lista de frases não tem a frase `{ $prompt }`
    .hint = `booth prompts show` mostra os identificadores
sheet-unknown = não há nenhuma pasta `{ $place }` nem uma lista de frases com esse nome no programa
    .hint = o programa tem: { $names }; ou indique a pasta que contém sheet.toml
speaker-unknown = não se sabe quem está falando
prompt-none = não há frase para gravar
take-changed = a gravação voltou alterada

# Consent.

-ask-again = execute `booth record` sem --consent para que as perguntas sejam feitas de novo
consent-of-another = o consentimento é da voz `{ $given }`, e não de `{ $wanted }`
    .hint = indique --speaker { $given }, ou outro recibo
consent-of-another-text = o consentimento foi dado para um texto diferente do que está em uso agora
    .hint = { -ask-again }
receipts-no-place = não há lugar ao lado das gravações para os recibos das pessoas que falam
    .hint = grave em uma pasta separada com --into
consent-yet-to-come = o consentimento tem a data { $date }, que ainda não chegou
    .hint = verifique se o relógio deste computador está certo
consent-ended = o consentimento terminou em { $date }
    .hint = { -ask-again }
consent-without-asr = o reconhecimento de fala (asr) não foi aceito
    .hint = sem ele nada é gravado; a resposta pode ser mudada se a pergunta for feita de novo
consent-not-given = nada é gravado: o reconhecimento de fala não foi permitido
    .hint = esta lista de frases é gravada para reconhecimento de fala; nada sobre você foi guardado
consent-open = ainda há perguntas sobre o consentimento sem resposta
consent-not-signed = o consentimento não foi dado
consent-missing = nada é gravado sem um recibo de consentimento
    .hint = responda às perguntas sobre o consentimento, ou indique um recibo com --consent ARQUIVO
flags-of-consent = --yes e --grant, ou --consent ARQUIVO
consent-unasked = nada é gravado sem consentimento, e aqui não há a quem perguntar
    .hint = responda com { $flag }
consent-adults = só pessoas adultas podem gravar aqui por conta própria
    .hint = o recibo do pai, da mãe ou do responsável é indicado com --consent ARQUIVO
consent-no-text = não há texto de consentimento para { $locale }
    .hint = escreva consent/{ $locale }.txt ao lado de sheet.toml
consent-no-use = `{ $scope }` não é um dos usos; são permitidos { $allowed }
consent-use-not-asked = o uso { $scope } não é pedido aqui; são pedidos { $asked }
    .hint = deixe-o de fora, ou peça que seja incluído em `uses` no arquivo do projeto
consent-no-licence = o uso { $scope } precisa de uma licença, e nenhuma foi indicada
    .hint = indique-a com --licence, por exemplo CC-BY-4.0, ou no arquivo do projeto
consent-no-contact = foi dado um contato, mas o uso contact-again não foi permitido
    .hint = deixe --contact de fora, ou permita esse uso com --grant contact-again
consent-not-kept = o consentimento não permite guardar `{ $field }`
    .hint = deixe --about { $field }=… de fora, ou dê o consentimento de novo com --yes
about-form = `{ $given }` não é KEY=VALUE com KEY entre { $fields }
about-refused = a resposta a `{ $field }` não pode ser guardada: { $why }
about-long = a resposta a `{ $field }` tem mais de { $longest } caracteres

# The keyboard and the system.

answer-needed = é preciso responder: { $question }
    .hint = aqui não há a quem perguntar; responda com { $flag }
answer-form = `{ $question }` não se responde assim
answer-not-asked = `{ $question }` não é perguntado agora
answer-ended = a entrada terminou antes de uma resposta
interrupted = parou, como você pediu
system-no-signal = não é possível vigiar Ctrl-C: { $cause }
system-no-random = o sistema não fornece bytes aleatórios: { $cause }
system-epoch = SOURCE_DATE_EPOCH é `{ $given }`; deve ser um número inteiro de segundos desde 1970
system-json = um valor não pode ser escrito como JSON

## A bar that shows how far a long work is; what stands in quotes is filled in by the bar

progress-bar = { "{bar:32}" } { "{pos}" } de { "{len}" } { $unit }  { "{per_sec}" }  faltam { "{eta}" }  { "{msg}" }

## Findings, the most important first: title, problem, what to do now, why it matters to a corpus

check-unreadable-file-title = Arquivo ilegível
check-unreadable-file-problem = O arquivo não pode ser lido como som.
check-unreadable-file-fix = Veja o motivo abaixo: converta o arquivo ou copie-o de novo. Se acabou de ser gravado, grave de novo.
check-unreadable-file-why = Um arquivo que termina antes do que diz o cabeçalho, ou que não é som, seria cortado ou recusado por qualquer programa de treinamento, muitas vezes sem aviso.

check-device-lost-title = O microfone sumiu
check-device-lost-problem = O microfone sumiu ou foi trocado durante a gravação.
check-device-lost-fix = Leia de novo assim que o microfone voltar.
check-device-lost-why = O que foi dito depois desse momento falta ou veio de outro microfone; o que ficou parece inteiro, por isso ninguém percebe depois.

check-empty-file-title = Nada gravado
check-empty-file-problem = Nada foi gravado.
check-empty-file-fix = Verifique se o microfone está conectado e se o programa tem permissão para usá-lo.
check-empty-file-why = Em uma gravação tão curta não cabe nenhuma palavra; ela ensina a um modelo que texto pode ser silêncio.

check-digital-silence-title = Só silêncio
check-digital-silence-problem = Só chegou silêncio.
check-digital-silence-fix = O microfone está mudo ou não é o certo: ative-o ou escolha outro.
check-digital-silence-why = Um microfone aberto sempre varia mais de um degrau: isto é uma entrada muda ou errada, não um ambiente silencioso.

check-take-long-title = Mais longa que o permitido
check-take-long-problem = A gravação passa do tempo máximo.
check-take-long-fix = Leia só o que aparece na tela e pare a gravação quando terminar.
check-take-long-why = Ninguém leva tanto tempo em uma frase: o microfone ficou aberto, ou é outro arquivo. O que passa do limite não é analisado, e o fim pode faltar.

check-computer-slept-title = Computador suspenso
check-computer-slept-problem = O computador ficou suspenso, e falta o que foi dito nesse tempo.
check-computer-slept-fix = Leia esta frase de novo.
check-computer-slept-why = Um computador suspenso, ou um programa parado, não grava nada; o antes e o depois são emendados no meio de uma palavra, e depois ninguém consegue ouvir isso.

check-scale-wrong-title = Escala errada
check-scale-wrong-problem = As amostras passam muito da escala máxima: números inteiros foram gravados como decimais.
check-scale-wrong-fix = Divida todas as amostras pela escala máxima dos inteiros originais, 32768 para 16 bits, e salve o arquivo de novo.
check-scale-wrong-why = Os decimais têm escala máxima de 1. Inteiros salvos como decimais são milhares de vezes grandes demais: tocadores e programas de treinamento os cortam até virarem ruído.

check-capture-xrun-title = Som perdido
check-capture-xrun-problem = O computador estava muito ocupado e um pouco de som se perdeu.
check-capture-xrun-fix = Feche outros programas e leia de novo.
check-capture-xrun-why = As amostras que o computador perdeu não existem mais, e as pontas ficam emendadas; depois ninguém percebe isso ouvindo, por isso se conta durante a gravação.

check-dropout-silent-title = Falha no som
check-dropout-silent-problem = O som falhou por um momento.
check-dropout-silent-fix = Verifique o cabo ou a conexão sem fio e leia de novo.
check-dropout-silent-why = Um vazio preenchido no meio de um som é um buffer perdido pelo cabo, pela conexão sem fio ou pelo driver, e um buraco em uma palavra.

check-no-speech-title = Nenhuma voz
check-no-speech-problem = Não se ouviu nenhuma voz.
check-no-speech-fix = Verifique o microfone e leia a frase em voz alta.
check-no-speech-why = Uma gravação sem fala sob um texto ensina um reconhecedor a escrever palavras onde há ruído.

check-dropout-repeat-title = Som repetido
check-dropout-repeat-problem = O microfone repetiu um pedaço de som.
check-dropout-repeat-fix = Leia de novo; se acontecer outra vez, use outra entrada USB.
check-dropout-repeat-why = Um driver que entrega um buffer duas vezes gagueja como nenhuma boca faz; o som analógico nunca se repete até o último bit.

check-clipped-title = Alta demais, distorcida
check-clipped-problem = A gravação está alta demais e distorcida.
check-clipped-fix = Abaixe o volume do microfone ou afaste-se um palmo.
check-clipped-why = Picos cortados não têm conserto e, para um modelo, soam como outra voz. A verificação olha os limites da própria gravação, então abaixar o volume depois não esconde nada.

check-start-cut-title = Início cortado
check-start-cut-problem = Alguém já estava falando quando a gravação começou.
check-start-cut-fix = Comece um momento depois; se não era você, espere o silêncio.
check-start-cut-why = O primeiro som de uma palavra se perdeu, então texto e som não batem justo onde um modelo os alinha.

check-end-cut-title = Fim cortado
check-end-cut-problem = Alguém ainda estava falando quando a gravação terminou.
check-end-cut-fix = Espere um momento antes de parar; se não era você, leia de novo quando houver silêncio.
check-end-cut-why = O fim da última palavra se perdeu, então texto e som não batem justo onde um modelo os alinha.

check-read-incomplete-title = Curta demais para o texto
check-read-incomplete-problem = Está curta demais para a frase.
check-read-incomplete-fix = Tudo foi lido? Leia de novo do começo ao fim.
check-read-incomplete-why = Palavras que estão no texto e não no som são o pior erro de um corpus. O tempo de leitura o revela assim que o ritmo da pessoa é conhecido.

check-read-too-long-title = Longa demais para o texto
check-read-too-long-problem = Está longa demais para a frase.
check-read-too-long-fix = Foi lida duas vezes, ou foi dita outra coisa? Leia a frase uma vez e nada mais.
check-read-too-long-why = Um texto lido duas vezes, ou com outras palavras, tem no som palavras que o texto não tem.

check-prompt-mismatch-title = Não é a frase
check-prompt-mismatch-problem = O que se ouviu não é a frase.
check-prompt-mismatch-fix = Leia como está escrito.
check-prompt-mismatch-why = Uma leitura fluente de outra frase passa em todas as verificações de som; só as palavras de um reconhecedor podem revelar isso.

check-duplicate-exact-title = A mesma gravação de novo
check-duplicate-exact-problem = Esta gravação é igual a outra.
check-duplicate-exact-fix = Leia a frase; cada frase precisa de uma gravação própria.
check-duplicate-exact-why = A mesma gravação em duas frases significa que um dos textos está errado; duas vezes na mesma frase, conta uma voz em dobro.

check-duplicate-near-title = Cópia de outra gravação
check-duplicate-near-problem = Parece ser a cópia de outra gravação.
check-duplicate-near-fix = Leia a frase; cada frase precisa de uma gravação própria.
check-duplicate-near-why = Uma cópia que ficou mais alta, mais curta ou com mais ruído ainda não é uma segunda leitura.

check-noisy-title = Barulho de fundo
check-noisy-problem = Há barulho de fundo demais.
check-noisy-fix = Feche a janela, desligue os ventiladores ou chegue mais perto do microfone.
check-noisy-why = A taxa de erro de palavras sobe muito quando o ruído fica a menos de 10 dB da voz.

check-narrowband-title = Som de telefone
check-narrowband-problem = Parece o som de um telefone.
check-narrowband-fix = O fone pode estar em modo de chamada; use um cabo ou o microfone embutido.
check-narrowband-why = Faltam à banda telefônica os sons que distinguem s de f; misturada a um corpus de banda larga, ela ensina o aparelho em vez da língua.

check-format-low-title = Formato de gravação baixo demais
check-format-low-problem = O formato de gravação é baixo demais para este projeto.
check-format-low-fix = Configure o dispositivo para 16 bits e pelo menos a taxa pedida.
check-format-low-why = Uma taxa ou um número de bits abaixo do que o projeto pede não se recupera convertendo o arquivo.

check-channel-dead-title = Só um lado tem som
check-channel-dead-problem = Entre esquerda e direita, só um lado traz som.
check-channel-dead-fix = Esse lado é usado; verifique o plugue se você queria os dois.
check-channel-dead-why = Um lado não traz nada: o plugue está meio encaixado, ou era para ser o outro microfone.

check-channels-inverted-title = Os lados se anulam
check-channels-inverted-problem = Os dois lados se anulam.
check-channels-inverted-fix = Configure o microfone como mono, ou use outro.
check-channels-inverted-why = Os dois lados se anulam quando são misturados em um só, e a fala fica fraca ou muda.

check-channels-differ-title = Duas vozes em dois lados
check-channels-differ-problem = Os dois lados têm vozes diferentes, e só um lado é usado.
check-channels-differ-fix = Faça um arquivo de cada lado, ou grave uma pessoa de cada vez.
check-channels-differ-why = Uma chamada ou entrevista tem uma pessoa de cada lado. Um lado é usado e o outro é descartado: as palavras dele faltam, ou estão no texto e não no som.

check-too-quiet-title = Voz muito baixa
check-too-quiet-problem = Quase não se ouve a voz nesta gravação.
check-too-quiet-fix = Chegue mais perto ou aumente o volume do microfone.
check-too-quiet-why = Uma voz muito baixa fica mais perto do ruído do aparelho, e um modelo ouve os dois quando ela é aumentada.

check-noise-gated-title = Cortes entre as palavras
check-noise-gated-problem = O aparelho corta o som entre as palavras.
check-noise-gated-fix = Desative a redução de ruído.
check-noise-gated-why = A redução de ruído corta, junto com o ruído, a respiração e os finais suaves, e deixa buracos que nenhum ambiente tem.

check-limited-title = Partes altas achatadas
check-limited-problem = As partes altas estão achatadas.
check-limited-fix = Desative a amplificação e o volume automático, ou abaixe o volume do microfone.
check-limited-why = Ganho automático, amplificação e limitadores achatam os sons altos, e uma gravação saturada e reamostrada fica com o mesmo aspecto.

check-hum-50-title = Zumbido elétrico, 50 Hz
check-hum-50-problem = Há um zumbido elétrico.
check-hum-50-fix = Tire o carregador da tomada, ou use outra tomada ou outro cabo.
check-hum-50-why = O zumbido da rede elétrica fica sob cada palavra da sessão; é fácil de tirar na tomada e difícil de tirar depois.

check-hum-60-title = Zumbido elétrico, 60 Hz
check-hum-60-problem = Há um zumbido elétrico.
check-hum-60-fix = Tire o carregador da tomada, ou use outra tomada ou outro cabo.
check-hum-60-why = O zumbido da rede elétrica fica sob cada palavra da sessão; é fácil de tirar na tomada e difícil de tirar depois.

check-rumble-title = Ronco grave
check-rumble-problem = Há um ronco grave.
check-rumble-fix = Tire o microfone da mesa e proteja-o do vento.
check-rumble-why = Passos, vento e mesas enchem os sons mais graves; um filtro os tira, mas a causa muitas vezes também dá batidas que se ouvem.

check-click-noise-title = Clique ou batida
check-click-noise-problem = Há um clique ou uma batida perto da voz.
check-click-noise-fix = Não encoste na mesa e espere um momento antes de apertar a tecla.
check-click-noise-why = Teclas e batidas ao lado da fala viram sons que um modelo pode aprender a esperar ali.

check-reverberant-title = O ambiente tem eco
check-reverberant-problem = A voz volta das paredes.
check-reverberant-fix = Vá para um cômodo com cortinas ou uma cama e chegue mais perto do microfone.
check-reverberant-why = Um ambiente com eco borra um som no seguinte; o eco pode ser posto depois, mas nunca tirado.

check-level-changed-title = Voz mais alta ou mais baixa que antes
check-level-changed-problem = A voz está muito mais alta ou mais baixa do que antes.
check-level-changed-fix = Sente-se como no começo.
check-level-changed-why = Uma mudança brusca de nível significa que a pessoa ou o microfone saiu do lugar, e com isso o resto da sessão.

check-room-changed-title = O fundo mudou
check-room-changed-problem = O barulho de fundo está mais alto do que no começo.
check-room-changed-fix = Algo foi ligado? Desligue, ou espere.
check-room-changed-why = Algo foi ligado. É melhor perceber depois de uma frase do que depois de cem.

check-upsampled-title = Qualidade menor que a escolhida
check-upsampled-problem = O microfone entrega um som de qualidade menor do que a configurada.
check-upsampled-fix = Nas configurações de som, escolha a taxa própria do microfone.
check-upsampled-why = O arquivo é maior do que o seu conteúdo, e um modelo para fala de banda larga aprende que os agudos são silêncio.

check-peak-hot-title = Quase alto demais
check-peak-hot-problem = O som está quase alto demais.
check-peak-hot-fix = Abaixe um pouco o volume do microfone.
check-peak-hot-why = Quase não há folga: a próxima palavra mais alta vai saturar.

check-dc-offset-title = Desvio elétrico
check-dc-offset-problem = A entrada do microfone soma ao som um desvio elétrico constante.
check-dc-offset-fix = Leia de novo. Se acontecer outra vez, use outra entrada ou outro microfone.
check-dc-offset-why = Um desvio constante tira folga e dá um clique em cada corte; a maioria dos aparelhos não tem nenhum.

check-pause-long-title = Pausa longa
check-pause-long-problem = Há uma pausa longa no meio.
check-pause-long-fix = Leia a frase de uma vez só.
check-pause-long-why = Uma parada longa no meio costuma ser uma página virada ou uma segunda tentativa.

check-lead-silence-long-title = Silêncio longo no começo
check-lead-silence-long-problem = Há um silêncio longo no começo.
check-lead-silence-long-fix = Não precisa fazer nada: ele será cortado. Da próxima vez, comece a falar logo depois de ver GRAVANDO.
check-lead-silence-long-why = Silêncio custa espaço e tempo de treinamento; ele é cortado sem perda.

check-trail-silence-long-title = Silêncio longo no fim
check-trail-silence-long-problem = Há um silêncio longo no fim.
check-trail-silence-long-fix = Não precisa fazer nada: ele será cortado. Da próxima vez, aperte Enter logo depois da última palavra.
check-trail-silence-long-why = Silêncio custa espaço e tempo de treinamento; ele é cortado sem perda.

check-mos-low-title = Pode soar mal
check-mos-low-problem = Isto pode soar mal.
check-mos-low-fix = Ouça e, se for o caso, leia de novo.
check-mos-low-why = Uma segunda opinião sobre o som; o modelo mal percebe saturação e bandas estreitas, por isso não substitui nenhuma outra verificação.

check-speech-doubtful-title = Talvez não seja uma voz
check-speech-doubtful-problem = Pode ser que isto não seja uma voz.
check-speech-doubtful-fix = Ouça e, se ninguém falar, leia de novo.
check-speech-doubtful-why = O que o detector tomou por fala pode ser música, uma tosse ou uma porta.

check-channels-identical-title = Dois lados iguais
check-channels-identical-problem = Esquerda e direita são iguais: só um lado é armazenado.
check-channels-identical-fix = Não precisa fazer nada; uma entrada mono economiza espaço.
check-channels-identical-why = Não há nada de errado; o arquivo tem o dobro do tamanho necessário.

## Findings that come from no check

check-interrupted-title = Gravação cortada
check-interrupted-problem = A gravação foi cortada por uma falha ou um sinal.
check-interrupted-fix = Ouça o fim; leia de novo se faltar uma palavra.
check-interrupted-why = Uma palavra cortada está no texto e não no som, e ensina um modelo a deixar palavras de fora.

check-file-altered-title = Arquivo alterado
check-file-altered-problem = O arquivo não é o que foi gravado.
check-file-altered-fix = Traga de volta o arquivo gravado, ou grave de novo.
check-file-altered-why = Ninguém sabe dizer o que há em um arquivo alterado depois de verificado: o resultado, o texto e o consentimento são os de outro.

check-file-missing-title = Arquivo ausente
check-file-missing-problem = O arquivo não está lá.
check-file-missing-fix = Traga-o de volta de uma cópia, ou grave de novo.
check-file-missing-why = Um texto sem o seu som não ensina nada, e o que se conta dele está errado.
