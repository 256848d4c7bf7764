# The words that a contributor can meet, in English.
#
# One message an id. What stands in { $braces } is filled in; the name says with what. `hint` says what to do
# about trouble, `key` what to type. Texts are short and plain, and name no decibel.

## Verdicts

verdict-pass = PASS
verdict-warn = WARN
verdict-reject = REJECT

## The start of a sitting

welcome-head = { $title }  ({ $locale }, speaker { $speaker }, { $device })
welcome-going-on = Going on: { $kept } of { $readings } readings are in.
welcome-another = Last time the microphone was { $before }; now it is { $now }.
welcome-readings =
    { $count ->
        [one] 1 reading.
       *[other] { $count } readings.
    }
welcome-longest = A recording may last { $length }. One that is longer stops by itself and cannot be used.
welcome-patience = A recording that goes on much longer than its sentence takes stops by itself.
welcome-listening =
    The microphone is on from now until the end. Kept is what lies between one Enter and the next, and half a second before and after it.
welcome-keys = ? and Enter shows all keys; each letter is typed with Enter after it.
recovered-saved =
    { $count ->
        [one] The last sitting was cut off. 1 unfinished recording was saved.
       *[other] The last sitting was cut off. { $count } unfinished recordings were saved.
    }
session-unreadable =
    One folder of recordings cannot be read, and stays as it is: { $path } ({ $cause }). Show this to whoever helps you.
recovered-torn = The last sitting was cut off. Nothing that you kept is lost.

clock-early = The clock of this computer says { $date }, which is before this program was made. Set date and time, then start again: recordings of that date and the consent with them cannot be used later.
clock-late = The clock of this computer says { $date }, which is far away. Set date and time, then start again: recordings of that date and the consent with them cannot be used later.

## The room

room-listening =
    { $seconds ->
        [one] Please be silent for 1 second: this measures the room.
       *[other] Please be silent for { $seconds } seconds: this measures the room.
    }
room-silent = No sound.
room-silent-advice = Only silence arrives. Is the microphone muted, or is another one meant?
room-loud = The room is loud.
room-loud-advice = Close the window, turn off fans, or move closer to the microphone.
room-quiet = The room is quiet enough.
room-keys = Enter: listen once more   g: go on all the same   q: stop for today

## The prompt and the take

media-sound = An example is played first. Speak when it is over; e: hear it again
media-picture = Look at this picture, and say what belongs to it: { $path }
prompt-place = { $number } of { $readings }
prompt-reading = reading { $repetition } of { $repeat }
prompt-again = once more
prompt-kept = kept
prompt-of-attempts = recording { $attempt } of { $attempts }
take-length = { $seconds } s
take-stopped-long = That was longer than a recording may be, { $length }. It has been stopped.
length-minutes =
    { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
length-seconds =
    { $count ->
        [one] 1 second
       *[other] { $count } seconds
    }
take-also = also: { $titles }
take-device = This microphone gives no better.
finding-said = { $problem } { $fix }
meter-clipped = too loud
slept =
    { $seconds ->
        [one] The computer slept for a second. It goes on here.
       *[other] The computer slept for { $seconds } seconds. It goes on here.
    }
device-searched = The microphone is looked for every second, for a minute at most. It goes on when one is there; q: stop for today
device-muted = The microphone { $name } was muted: only silence is recorded. Switch it on in the sound settings of the system.
device-unmuted = The microphone { $name } is switched on again.
device-back = There is a microphone again: { $name }. It goes on.

## What holds for a microphone, before the first prompt, and what to do about it

remark-monitor = This is no microphone: it records what the loudspeaker plays.
    .wait = Choose a microphone with --device; `booth devices` lists them.
remark-unplugged = Nothing is plugged into the socket of this microphone.
    .wait = Plug it in, or choose another with --device; `booth devices` lists them.
remark-muted = This microphone is muted.
    .wait = Switch it on in the sound settings of the system.
remark-volume = The volume of this microphone is { $percent } % in the system.
    .wait = Set it to 100 % in the sound settings, and speak a little louder or softer instead.
remark-telephone = This microphone sounds like a telephone ({ $rate }).
    .wait = A wireless headset in call mode does. Use one with a cable, or the one that is built in.
remark-narrow = This microphone works at { $rate }; { $wanted } Hz are wanted.
    .wait = Choose a higher rate in the sound settings of the system, or another microphone.

## What the recorder noticed

capture-lost = The computer was too busy and lost some sound.
capture-stalled = For a moment no sound arrived from the microphone.
capture-missing = Some sound is missing from this recording.
capture-silent = Only silence arrived.
capture-clock = The microphone's clock runs at { $measured } Hz and not at { $stated }.

## What the booth is doing

phase-idle = The sitting has not begun.
phase-showing = Ready.
phase-recording = RECORDING
phase-judging = One moment.
phase-verdict = Keep it, or read it again.
phase-paused = Break.
nobody-heard = I heard nobody, twice. Are you there?
phase-done = All is read.
phase-finished = The sitting is over.
done-all =
    { $readings ->
        [one] The one sentence is kept.
       *[other] All { $readings } sentences are kept.
    }
done-some =
    { $left ->
        [one] For now that was all: { $kept } of { $readings } are kept, 1 was left out.
       *[other] For now that was all: { $kept } of { $readings } are kept, { $left } were left out.
    }
done-limit = That was as much as you wanted to read today: { $kept } of { $readings } are kept.

## The list of all sentences

reading-kept = kept
reading-left-out = left out
reading-open = to be read
reading-none = `{ $given }` is no sentence of the list; a number from 1 to { $readings } is allowed. l: list of all
report-ask = What is wrong with this sentence?
report-spelling = There is a mistake in it
report-unnatural = Nobody would say it like that
report-unclear = It can be read in two ways
report-unfit = I do not want to read this aloud
report-other = Something else
report-keys = Type a number, with more words behind it if you like. Enter: nothing after all
report-thanks = Thank you: passed on.
report-none = Nothing was passed on.

## Keys

keys-showing = Enter: record   s: skip   b: back   q: stop for today
keys-recording = Read now. Enter: stop
keys-verdict = Enter: keep   r: read again   p: play   s: skip   b: back
keys-rejected = Enter: read again   k: keep it anyway   p: play   s: skip
keys-kept = Enter: go on   r: read again   p: play   d: delete   b: back
keys-attempts = <  >: the recording before or after
keys-delete = Delete this recording for good? Nobody can bring it back.   d: delete it   Enter: no
keys-paused = Enter: go on   q: stop for today
keys-done = Enter: end   b: back to the last one   u: take the last decision back   l: list of all
keys-hands-free = Read each sentence when you are ready; it goes on by itself. q: stop for today   w: break   ?: all keys
key-unknown = `{ $key }` is no key here; ? shows all keys.
key-arrows = Arrows and other special keys mean nothing here; ? shows all keys.
help-enter = record; stop; keep a good recording; read a rejected one again
    .key = Enter
help-keep = keep this recording
    .key = k
help-redo = read it again; the recording stays until you keep another one
    .key = r
help-play = play this recording; at a sentence, the last one of it
    .key = p
help-hear = hear the example of this sentence again
    .key = e
help-skip = skip, with a reason if you like; it comes again at the end
    .key = s [WHY]
help-report = say that something is wrong with this sentence
    .key = x [WHAT]
help-back = back to the one before
    .key = b
help-choose = look at the recording before, or after, of the same sentence
    .key = <  >
help-undo = take the last decision back, as often as you like
    .key = u
help-delete = delete this recording for good; it asks first
    .key = d
help-list = list all sentences, and what became of each
    .key = l
help-goto = go to the sentence with this number in the list
    .key = g NUMBER
help-help = this list
    .key = ?
help-pause = take a break
    .key = w
help-mode = who stops a recording: you, silence, or all by itself; each m goes on to the next
    .key = m
help-quit = stop for today; the next start goes on here
    .key = q
help-interrupt = stop at once; what you kept is safe
    .key = Ctrl-C

## Why a command cannot be followed now

refusal-recording = A recording is running. Press Enter to stop it first.
refusal-not-recording = Nothing is being recorded.
refusal-judging = One moment, the recording is being looked at.
refusal-undecided = Keep this recording or read it again first.
refusal-no-take = There is no recording of this one yet.
refusal-no-sound = This sentence has no example to hear.
refusal-silent = There is no voice in this one, so it cannot be kept. Read it again, or leave it out.
refusal-cut-short = This one was cut short, so it cannot be kept. Read it again.
refusal-no-such-take = There is no other recording of this one on that side.
refusal-elsewhere = This recording is of an earlier sitting with other equipment, and cannot be deleted from here.
refusal-not-asked = Nothing was asked.
refusal-nothing-to-undo = Nothing was decided in this sitting that could be taken back.
refusal-unseen = That came before there was anything to answer.
refusal-done = All is read. Go back to one first.
refusal-kept = This one is kept already.
refusal-nothing-before = There is nothing before this one.
refusal-unknown-prompt = The sheet has no such prompt.
refusal-paused = This is a break. Press Enter to go on.
refusal-not-paused = No break is being taken.
refusal-device-lost = The microphone is gone. It goes on as soon as one is there.
refusal-not-open = The sitting is over.

## Why a recording stopped

stop-user = You stopped it.
stop-end = The sound ended.
stop-length = It was longer than a recording may be.
stop-interrupted = The sitting was ended in the middle.
stop-device-lost = The microphone went away.
stop-disk = It could not be stored.
stop-discarded = It was a mistake; no take follows.
stop-unknown = It stopped.

## The end of a sitting

close-finished = Everything is read.
close-limit = This sitting has its length.
close-quit = Stopped for today.
close-interrupted = Stopped, as you asked.
close-nobody = I heard nobody, so I stopped.
close-error = The sitting had to end.
close-device-changed = The microphone was changed.
close-recovered = What was cut off is put in order.
close-unknown = The sitting is over.
farewell-given =
    { $count ->
        [one] You gave 1 reading in this sitting, { $all } in all ({ $minutes } minutes).
       *[other] You gave { $count } readings in this sitting, { $all } in all ({ $minutes } minutes).
    }
farewell-done = That was all of it. Thank you!
farewell-left =
    { $count ->
        [one] 1 sentence is left. To go on:
       *[other] { $count } sentences are left. To go on:
    }
farewell-where = Your recordings are in { $path }
farewell-contact = Hand them to { $name }, { $contact }.
farewell-contact-unnamed = Hand them to the person who asked you to make them.

## Questions

question-speaker = Who is reading: { $speakers }? (Enter: somebody new)
question-new-speaker = Nobody here is called `{ $speaker }`. Type it once more to begin as somebody new, or the name that you meant:
question-adult = I am an adult in my country
question-contact = How we can reach you; it is kept apart from the recordings
page-more = Enter: read on
form-uses = You may
form-about = About you, if you like
form-ticked = [x]
form-open = [ ]
form-needed = (needed)
form-left-out = -
form-keys =
    Type a number and Enter to tick its line or to clear it, or a number and words, as in: { $example } forties
    Enter alone: all is as I want it.   q: leave, and nothing is kept
form-lacking = Nothing can be recorded without { $numbers }.
form-unknown = `{ $given }` is no line of the form; numbers from 1 to { $last } are allowed.
form-no-words = Line { $number } takes no words: its number alone ticks or clears it.
form-words = Line { $number } takes words: type them after its number. A - after the number clears it.
about-gender = Your gender, in your own words
about-age = Your age, or a range such as thirties
about-accent = Your accent or region
about-native-language = Your first language

## Uses that are asked for; each goes on with "You may"

scope-asr = use my recordings to teach machines to understand speech
scope-tts = use them to make a voice that may sound like mine
scope-speaker-id = use them to teach machines to tell people apart by their voices
scope-evaluation = use them to test how well such machines work
scope-share-gated =
    { $licence ->
        [none] share them with people who sign terms of use
       *[other] share them with people who sign terms of use, under the licence { $licence }
    }
scope-share-open =
    { $licence ->
        [none] publish them for anyone to download and use
       *[other] publish them for anyone to download and use, as the licence { $licence } allows
    }
scope-contact-again = ask me again for recordings

## The receipt

consent-holds = Your consent of { $date } (receipt { $receipt }) still holds.
project-used = Project: { $path }
receipt-where = Your receipt, with the code to withdraw, is { $path }
receipt-code = Withdrawal code: { $code }   (keep it; it is stored nowhere else)
controller-unnamed = the person who runs this recording
contact-unnamed = the person who asked you to make these recordings
copy-consent = Your consent
copy-consent-said = given on { $date } (UTC), your copy
copy-receipt = Receipt
copy-speaker = You are
copy-speaker-said = speaker { $speaker } (no name is stored with your recordings)
copy-controller = Given to
copy-contact = Contact
copy-until = Until
copy-yes = yes
copy-no = no
copy-licence = Licence
copy-code = Withdrawal code
copy-withdraw = To withdraw
copy-keep = Keep this code: it is stored nowhere else and proves that the recordings are yours.
copy-text = The text that you were shown ({ $locale }):
withdrawal-by-code = Tell the contact above the withdrawal code; no reason is needed.
gone-head = Withdrawn on { $date } (UTC), number { $id }
gone-speaker = You took back everything that you had recorded until then.
gone-session = You took back one session.
gone-take = You took back one recording.
gone-scope = From now on this is not done with it: { $scope }. Nothing else changes.
gone-deleted = Deleted for good: recordings: { $takes }, seconds of sound: { $seconds }. A search afterwards found nothing of it.
gone-no-release = It had not been published.
gone-releases = It is in releases that are out already: { $releases }. Whoever has one is told to delete it there.
gone-models = What was learned from a published release before cannot be taken out of a model that is trained.
gone-next = The next release is made without it. Keep this letter: it is the proof.
mine-head = All that is kept of you here, copied on { $date } (UTC)
mine-sessions = Sessions: { $count }, each in a folder of its own below sessions/.
mine-files = In each: your recordings in audio/, what you were shown and what was measured and said of it in takes.jsonl, what programs heard in transcripts.jsonl, what you agreed to in consent/.
mine-receipts = In receipts/: your receipts, letters, and what you said of how to reach you.
mine-rights = It is yours: read it, keep it, give it to whom you like. With the code on your receipt you can take it all back.
feedback-head = What became of your recordings, from who collects them
feedback-thanks = Taken so far: { $count }. Thank you for each of them.
feedback-again = Please read again: { $count }, in about { $minutes } min.
feedback-nothing = Nothing has to be read again.
feedback-why = { $count } × { $why }
feedback-advice = Most of it has one cause. Before you go on: { $fix }
feedback-here = Once more, please: { $problem }
feedback-heard = Somebody listened to it and asks for it once more. Read it calmly, as you would say it at home.
feedback-how = To do that, lay this file beside the folder with your recordings, and record as always.
feedback-of-another = This feedback is for { $given }, and { $wanted } is reading.
feedback-elsewhere = Besides, for other sheets or languages, or no longer in the sheet: { $count }.
feedback-unreadable = A feedback cannot be read, { $path }: { $cause }
hand-in-made = Your file to hand in: { $files } – its code is { $code }.
hand-in-nothing = There is nothing that was not handed in before.
hand-in-lacking = Not all of it could be put into the file: { $count }. Tell whoever asked you for the recordings.
farewell-bundle = To make one file of them to hand in:


## The page in the browser: what is said of a sitting

language-name = English
page-link = Open this link in the browser of this computer; it opens the page once:
page-address = In a browser in which the page was open, { $address } opens it again.
page-running = The page is open already; it is opened once more.
page-no-browser = no browser can be opened ({ $cause }); open the link above
page-no-server = the page cannot be served: { $cause }
    .hint = another program may forbid it; `booth record` records at a terminal
page-alone = nobody has looked at the page for ten minutes
page-over-said = Booth has ended. You can close this page.
page-trouble = That did not work
page-start = What would you like to read?
page-sheet-languages =
    { $count ->
        [one] 1 language
       *[other] { $count } languages
    }
page-consent = Before you begin
page-sound = Sound check
page-microphone-say = Say something while I listen, for instance what you see around you.
page-was-away = The page was closed, so the recording was stopped; it is saved.
page-device-searched = I look for it every second, for a minute at most. It goes on when one is there.
page-device-advice = Plug it in again, or choose another microphone.
page-device-busy = Close the other program that uses it, or choose another microphone.
page-device-denied = Allow Booth to use the microphone in the privacy settings of this computer.
page-picture-alt = The picture that belongs to this sentence
page-delete-ask = Delete this recording for good? Nobody can bring it back.
page-kept = { $kept } of { $readings } kept
page-minutes = { $minutes } minutes recorded
page-left =
    { $count ->
        [one] about 1 minute left
       *[other] about { $count } minutes left
    }
page-refused-recording = A recording is running. Stop it first.
page-refused-paused = This is a break. Go on first.
page-reason-hard-to-say = It is hard to say
page-reason-wrong-sentence = Something is wrong with it
page-reason-not-now = Not now
page-verdict-pass = Good
page-verdict-warn = Please check
page-verdict-reject = Read it again
page-end = Thank you
page-end-left =
    { $count ->
        [one] 1 sentence is left. You can go on now, or start Booth again another day.
       *[other] { $count } sentences are left. You can go on now, or start Booth again another day.
    }
page-end-withdraw = You can take your recordings back at any time: tell whoever asked for them the code on your receipt. No reason is needed.
break-offer = You have been reading for half an hour. Take a break?
mode-said = From now on: { $mode }.
mode-manual = by hand
mode-auto-stop = stops by itself
mode-hands-free = hands-free

## How a microphone does, in a word or two

figure-voice = Your voice
figure-voice-none = not heard
figure-voice-faint = faint
figure-voice-good = good
figure-voice-strong = strong
figure-voice-loud = too loud
figure-room = The room
figure-room-quiet = quiet
figure-room-heard = can be heard
figure-room-loud = loud
figure-band = The sound
figure-band-full = full
figure-band-narrow = a little dull
figure-band-telephone = like a telephone

## The page in the browser: its fixed words

# Whole page
page-name = Booth
page-go-on = Go on
page-back = Back
page-close = Close
page-note-info = Note
page-note-warn = Please mind
page-note-bad = Trouble
# Full screen when the program does not answer any more
page-gone = Booth has stopped
page-gone-safe = Everything that you kept is safe on this computer.
page-gone-how = To go on, start Booth again as you did before. This page then comes back by itself, or a new one opens.
page-gone-trying = This page is looking for Booth.
page-elsewhere = Booth is open in another tab
page-elsewhere-what = Only one tab can record at a time.
page-take-over = Use this tab

# Start: what to read
page-language = Language of this page
page-sheet = What to read
page-locale = Language of the sentences
page-begin = Begin

# Who reads
page-who = Who is reading?
page-who-why = Choose a made-up name, never your real one. Small letters a to z and numbers are allowed.
page-who-before = I have read here before
page-who-new = I am new here
page-who-name = Made-up name

# Consent
page-consent-adult = First of all
page-consent-uses = You may
page-consent-about = About you, if you like
page-consent-needed = needed
page-consent-nothing = Nothing is ticked for you. Only what you tick is allowed.
page-agree = Agree and go on
page-refuse = Leave, and nothing is kept

# Microphone
page-microphone-listening = Listening to all microphones
page-microphone-choose = Choose a microphone
page-microphone-none = No microphone was found
page-microphone-waiting = waiting
page-microphone-listens = listening
page-microphone-failed = does not work
page-microphone-best = Best for your voice
page-microphone-default = Choice of the computer
page-microphone-chosen = Chosen
page-microphone-use = Use this one
page-microphone-level = How loud it hears you
page-listen = Listen again

# Sound check
page-check = Begin the sound check
page-check-again = Check again
page-check-stop = I have read it
page-check-anyway = Go on all the same
page-check-room = Please be silent
page-check-sentence = Now read this aloud
page-check-judging = One moment
page-check-passed = You sound good
page-check-good = good
page-check-poor = not good yet
page-seconds-left = Seconds left

# Booth: what is going on now
page-phase-showing = Ready
page-phase-recording = Recording
page-phase-judging = One moment
page-phase-verdict = Your recording
page-phase-paused = Break
page-phase-done = All is read
page-phase-lost = No microphone
page-previous = Before this one
page-next = After this one
page-sentence = Read this aloud
page-controls = Buttons
page-again = Once more
page-picture = Picture

# Booth: what can be done (buttons)
page-record = Record
page-stop = Stop
page-keep = Keep
page-keep-anyway = Keep it anyway
page-redo = Read again
page-play = Play
page-play-stop = Stop playing
page-skip = Skip
page-back-step = Back
page-undo = Undo
page-delete = Delete
page-delete-yes = Delete it for good
page-delete-no = Do not delete
page-cancel = Cancel
page-discard = Throw away
page-pause = Take a break
page-resume = Go on
page-quit = Stop for today
page-list = All sentences
page-hint = Show the hint
page-hint-hide = Hide the hint
page-hear = Hear the example
page-report = Something wrong with this sentence?
page-hold = Hold to record
page-release = Let go to stop

# Booth: the recording just made
page-take-kept = kept
page-take-earlier = earlier recording
page-take-others = More remarks
page-take-fix = Try this first
page-take-wave = Picture of your recording
page-take-speech = your voice
page-take-attempts = Recordings of this sentence
page-attempt = Recording
page-skip-why = Why skip this sentence?
page-skip-plain = No reason
page-report-why = What is wrong with this sentence?
page-who-is-there = I am here

# Booth: the level of the microphone
page-meter = Loudness
page-meter-silent = Nothing arrives
page-meter-room = Waiting for your voice
page-meter-quiet = A little quiet
page-meter-good = Good
page-meter-high = A little loud
page-meter-loud = Too loud

# List of all sentences
page-list-loading = One moment
page-list-all = All

# Settings
page-settings = Settings
page-settings-mode = How recording stops
page-mode-manual = I stop it myself
page-mode-auto-stop = It stops when I fall silent
page-mode-hands-free = It starts and stops by itself
page-settings-hold = Hold the key or button down while I read
page-settings-auto-play = Play recordings with a remark to me
page-settings-keys = Use the keys of the keyboard
page-settings-keys-which = Keys
page-settings-key-change = Change the key
page-settings-key-press = Press a key
page-settings-key-reset = Put all keys back
page-settings-key-fixed = Space and Enter always do what the big button says.
page-key-space = Space
page-key-enter = Enter
page-key-escape = Esc

# End
page-end-again = Read on
page-end-finish = Finish
page-hand-in = Make one file to hand in
page-end-where = Your recordings
page-receipt = Your receipt
page-receipt-code = Code to withdraw
page-receipt-copy = Copy the code
page-receipt-copied = Copied
page-receipt-print = Print this page
page-withdraw = If you change your mind

# Trouble, and the last page
page-retry = Try again
page-over = You can close this page now.

# The button that opens the rest of the buttons on a small screen, and the heading of what it opens
page-menu = More

## Trouble: no capital and no full stop, as it stands behind "trouble:" or "error:"

trouble-head = trouble
trouble-said = { $head }: { $message }
trouble-hint = hint: { $hint }

# The microphone and the loudspeaker; $direction is input or output.

-plug-in = plug it in again or choose another with --device, then run the same command to go on
-devices = `booth devices` lists what there is
device-lost-gone = the microphone `{ $name }` was unplugged
    .wait = Plug it in again.
    .hint = { -plug-in }
device-lost-invalidated = the microphone `{ $name }` was changed by the system and has to be opened anew
    .wait = It is opened again.
    .hint = { -plug-in }
device-lost-host = the sound system was ended, and the microphone `{ $name }` with it
    .wait = It comes back with the sound system.
    .hint = { -plug-in }
device-lost-errors = the microphone `{ $name }` reports nothing but errors
    .wait = Unplug it and plug it in again.
    .hint = { -plug-in }
device-lost-changed = the system has chosen another microphone than `{ $name }`
    .wait = It goes on with the one that is chosen now.
    .hint = { -plug-in }
device-lost-suspended = the microphone `{ $name }` was put to sleep by the system
    .wait = Wake it in the sound settings of the system, or plug it in again.
    .hint = wake it in the sound settings of the system, or choose another with --device; then run the same command to go on
device-lost-silent = the sound system does not answer, and nothing comes from the microphone `{ $name }`
    .wait = It goes on when the sound system answers again.
    .hint = restart the sound server, then run the same command to go on
device-no-audio = no audio comes from the microphone `{ $name }`
    .wait = Check that it is plugged in and switched on.
    .hint = check that it is plugged in and not suspended, or choose another with --device
device-not-back =
    { $seconds ->
        [one] no microphone came back within 1 second
       *[other] no microphone came back within { $seconds } seconds
    }
    .hint = { -plug-in }
device-closed = the microphone is closed
device-no-thread = cannot start the thread that listens to the microphone
device-search-ended = the search for a microphone ended
device-search-failed = cannot start the search for a microphone
-plug-one-in = plug one in, or record from files with --device file:PATH
device-no-card = there is no microphone: this machine has no sound card, and no sound server answers
    .hint = { -plug-one-in }
device-none = there is no microphone: the system offers none
    .hint = { -plug-one-in }
device-missing =
    { $direction ->
        [output] there is no loudspeaker `{ $name }`
       *[input] there is no microphone `{ $name }`
    }
    .hint = { -devices }
device-silent =
    { $direction ->
        [output] the loudspeaker `{ $name }` does not answer
       *[input] the microphone `{ $name }` does not answer
    }
    .hint = restart the sound server, or choose another device; `booth devices` lists them
device-busy =
    { $direction ->
        [output] the loudspeaker `{ $name }` is in use by another program
       *[input] the microphone `{ $name }` is in use by another program
    }
    .hint = close the other program, or choose another device; `booth devices` lists them
device-denied =
    { $direction ->
        [output] the system does not allow the use of the loudspeaker `{ $name }`
       *[input] the system does not allow the use of the microphone `{ $name }`
    }
    .hint =
        { $system ->
            [linux] ask for membership in the group `audio`, or start the sound server of your desktop
           *[other] allow this terminal to use it in the privacy settings of the system
        }
device-is-file =
    { $direction ->
        [output] `{ $name }` is a file and no loudspeaker
       *[input] `{ $name }` is a file and no microphone
    }
device-no-format =
    { $count ->
        [0] the microphone `{ $name }` has none of the formats { $usable }; it has others
       *[other] the microphone `{ $name }` has none of the formats { $usable }; it has { $formats }
    }
    .hint = use the same device with plughw: instead of hw:, which converts, or alsa:default
device-unusable =
    { $direction ->
        [output] `{ $name }` cannot be used as a loudspeaker: { $cause }
       *[input] `{ $name }` cannot be used as a microphone: { $cause }
    }
    .hint = { -devices }
device-no-server = there is no sound server behind `{ $name }`
    .hint = start the sound server of your desktop, or choose another device; `booth devices` lists them
device-fails =
    { $direction ->
        [output] the loudspeaker `{ $name }` cannot be opened: { $cause }
       *[input] the microphone `{ $name }` cannot be opened: { $cause }
    }
    .hint = { -devices }
playback-no-format = the loudspeaker `{ $name }` has no format that can be played
    .hint = choose another; `booth devices` lists them
playback-stopped = the loudspeaker `{ $name }` stopped playing after { $played } of { $frames } frames
    .hint = choose another loudspeaker; `booth devices` lists them

# The disk.

-may-write = choose a folder that you may write to, or change its permissions
storage-missing = there is no file or folder { $path }
storage-denied = the system does not allow the use of { $path }: permission denied
    .hint = { -may-write }
storage-full = { $path } cannot be stored: the disk is full
    .hint = free some space, then run the same command again
storage-read-only = { $path } cannot be stored: the file system is read-only
    .hint = { -may-write }
storage-exists = { $path } is there already
storage-failed = the disk or the system fails at { $path }: { $cause }
-wait = wait until it has finished, or use another folder
storage-in-use = it is in use by { $holder }
    .hint = { -wait }
storage-in-use-by-another = it is in use by another process
    .hint = { -wait }
storage-held = it is in use by { $holder }
    .hint = wait until it has finished; if nobody works here (this disk cannot lock, and the power may have gone), remove { $path } and start again
storage-no-locks = This disk cannot lock files, as some network shares cannot: { $path }. It goes on, and a file there keeps a second Booth out. Let only one computer work in this folder at a time, and make backups.
storage-journal = the journal could not be written before
    .hint = run the same command again; what was kept is safe

# The sheet and the sitting.

sheet-empty = the sheet has no prompts in any language
    .hint = write them into <language>.tsv beside sheet.toml, or give the folder of another sheet
sheet-languages = the sheet has several languages: { $languages }
    .hint = say which one to read with --locale
sheet-no-prompt = the sheet has no prompt `{ $prompt }`
    .hint = `booth prompts show` lists the ids
sheet-unknown = there is no folder `{ $place }`, and no sheet of that name in the program
    .hint = the program has: { $names }; or give the folder that holds sheet.toml
speaker-unknown = it is not known who the speaker is
prompt-none = there is no prompt to record
take-changed = the take came back changed

# Consent.

-ask-again = run `booth record` without --consent to be asked again
consent-of-another = the consent is of speaker `{ $given }`, not `{ $wanted }`
    .hint = give --speaker { $given }, or another receipt
consent-of-another-text = the consent was given to another text than the one in use now
    .hint = { -ask-again }
receipts-no-place = there is no place beside the recordings for the receipts of the people who speak
    .hint = record into a folder of its own with --into
consent-yet-to-come = the consent was answered on { $date }, which is yet to come
    .hint = see that the clock of this computer is right
consent-ended = the consent ended on { $date }
    .hint = { -ask-again }
consent-without-asr = the contributor did not agree to speech recognition (asr)
    .hint = nothing is recorded without it; the answer can be changed by being asked again
consent-not-given = nothing is recorded: speech recognition was not allowed
    .hint = this sheet is recorded for speech recognition; nothing was stored of you
consent-open = not all questions about consent are answered
consent-not-signed = consent is not given
consent-missing = nothing is recorded without a consent receipt
    .hint = answer the questions on consent, or give a receipt with --consent FILE
flags-of-consent = --yes and --grant, or --consent FILE
consent-unasked = nothing is recorded without consent, and nobody can be asked here
    .hint = answer with { $flag }
consent-adults = only adults can record here by themselves
    .hint = a guardian's receipt is given with --consent FILE
consent-no-text = there is no consent text for { $locale }
    .hint = write consent/{ $locale }.txt beside sheet.toml
consent-no-use = `{ $scope }` is no use; allowed are { $allowed }
consent-use-not-asked = the use { $scope } is not asked for here; asked for are { $asked }
    .hint = leave it out, or have it added to `uses` in the project file
consent-no-licence = the use { $scope } needs a licence, and none is named
    .hint = name it with --licence, for example CC-BY-4.0, or in the project file
consent-no-contact = a contact was given, and the use contact-again was not allowed
    .hint = leave out --contact, or allow it with --grant contact-again
consent-not-kept = the consent does not allow to keep `{ $field }`
    .hint = leave out --about { $field }=…, or give consent again with --yes
about-form = `{ $given }` is not KEY=VALUE with KEY one of { $fields }
about-refused = the answer to `{ $field }` cannot be kept: { $why }
about-long = the answer to `{ $field }` is longer than { $longest } characters

# The keyboard and the system.

answer-needed = an answer is needed: { $question }
    .hint = nobody can be asked here; answer with { $flag }
answer-form = `{ $question }` is not answered like that
answer-not-asked = `{ $question }` is not asked now
answer-ended = the input has ended before an answer
interrupted = stopped, as you asked
system-no-signal = cannot watch for Ctrl-C: { $cause }
system-no-random = the system gives no random bytes: { $cause }
system-epoch = SOURCE_DATE_EPOCH is `{ $given }`; a whole number of seconds since 1970 is allowed
system-json = a value cannot be written as JSON

## A bar that shows how far a long work is; what stands in quotes is filled in by the bar

progress-bar = { "{bar:32}" } { "{pos}" } of { "{len}" } { $unit }  { "{per_sec}" }  { "{eta}" } left  { "{msg}" }

## Findings, the most important first: title, problem, what to do now, why it matters to a corpus

check-unreadable-file-title = File cannot be read
check-unreadable-file-problem = The file cannot be read as audio.
check-unreadable-file-fix = Look up the reason below: convert the file or copy it again. If it was just recorded, record it again.
check-unreadable-file-why = A file that ends before its header says, or is no audio, would be cut or refused by every trainer, often without a word.

check-device-lost-title = The microphone went away
check-device-lost-problem = The microphone went away or was changed during the recording.
check-device-lost-fix = Read it again as soon as the microphone is there.
check-device-lost-why = What was said after that moment is missing, or came from another microphone; what is there sounds whole, so nobody hears it later.

check-empty-file-title = Nothing recorded
check-empty-file-problem = Nothing was recorded.
check-empty-file-fix = Check that the microphone is plugged in and allowed.
check-empty-file-why = A recording this short holds no word; it teaches a model that text can be silence.

check-digital-silence-title = Only silence
check-digital-silence-problem = Only silence arrived.
check-digital-silence-fix = The microphone is muted or the wrong input is chosen: switch it on or choose another input.
check-digital-silence-why = A live microphone always moves by more than one step: this is a muted or a wrong input, not a quiet room.

check-take-long-title = Longer than allowed
check-take-long-problem = The recording is longer than a recording may be.
check-take-long-fix = Read only what is shown, and stop when you have read it.
check-take-long-why = Nobody reads one prompt for so long: the microphone was left open, or this is another file. What is longer is not analysed, and its end may be missing.

check-computer-slept-title = The computer slept
check-computer-slept-problem = The computer slept, and what was said meanwhile is missing.
check-computer-slept-fix = Read this one again.
check-computer-slept-why = A computer that sleeps, or a program that is stopped, records nothing; what comes before and after is joined in the middle of a word, and nobody can hear that later.

check-scale-wrong-title = Wrong scale
check-scale-wrong-problem = The samples are far beyond full scale: whole numbers were saved as floats.
check-scale-wrong-fix = Divide all samples by the full scale of the integers that they were, 32768 for 16 bits, and save the file again.
check-scale-wrong-why = Floats have a full scale of 1. Integers saved as floats are thousands of times too large: players and trainers clip them to noise.

check-capture-xrun-title = Sound was lost
check-capture-xrun-problem = The computer was too busy and lost some sound.
check-capture-xrun-fix = Close other programs and read it again.
check-capture-xrun-why = Samples that the computer dropped are gone and spliced over; nobody can hear that out of the audio later, so it is counted while recording.

check-dropout-silent-title = Sound cut out
check-dropout-silent-problem = The sound cut out for a moment.
check-dropout-silent-fix = Check the cable or the wireless link and read it again.
check-dropout-silent-why = A filled gap in the middle of a sound is a lost buffer of the cable, the wireless link or the driver, and a hole in a word.

check-no-speech-title = No speech heard
check-no-speech-problem = No speech was heard.
check-no-speech-fix = Check the microphone and read the sentence aloud.
check-no-speech-why = A take without speech under a text teaches a recogniser to write words into noise.

check-dropout-repeat-title = Sound came twice
check-dropout-repeat-problem = The microphone repeated a piece of sound.
check-dropout-repeat-fix = Read it again; if it comes back, use another USB socket.
check-dropout-repeat-why = A driver that plays a buffer again makes a stutter that no mouth makes; analogue sound never repeats to the last bit.

check-clipped-title = Too loud, distorted
check-clipped-problem = Your voice was too loud and got distorted.
check-clipped-fix = Turn the input level down or move back a hand's width.
check-clipped-why = Clipped peaks cannot be repaired, and they sound like another voice to a model. The check looks at the take's own rails, so turning a clipped take down does not hide it.

check-start-cut-title = Start is cut
check-start-cut-problem = Somebody was speaking already when the recording began.
check-start-cut-fix = Begin a moment later; if it was not you, wait until it is quiet.
check-start-cut-why = The first sound of a word is gone, so text and audio disagree just where a model aligns them.

check-end-cut-title = End is cut
check-end-cut-problem = Somebody was still speaking when the recording ended.
check-end-cut-fix = Wait a moment before you stop; if it was not you, read it again when it is quiet.
check-end-cut-why = The end of the last word is gone, so text and audio disagree just where a model aligns them.

check-read-incomplete-title = Too short for the text
check-read-incomplete-problem = This is too short for the sentence.
check-read-incomplete-fix = Was all of it read? Read it again from start to end.
check-read-incomplete-why = Words that are in the text and not in the audio are the worst kind of label noise. The reading time gives it away once the speaker's pace is known.

check-read-too-long-title = Too long for the text
check-read-too-long-problem = This is too long for the sentence.
check-read-too-long-fix = Was it read twice, or was something else said? Read the sentence once, and nothing else.
check-read-too-long-why = A text read twice, or with other words, has words in the audio that the text does not have.

check-prompt-mismatch-title = Not the sentence
check-prompt-mismatch-problem = What was heard is not the sentence.
check-prompt-mismatch-fix = Read it as it is written.
check-prompt-mismatch-why = A fluent reading of another sentence passes every check of sound; only a recogniser's words can tell.

check-duplicate-exact-title = Same recording again
check-duplicate-exact-problem = This is the same recording as another one.
check-duplicate-exact-fix = Read the sentence; each prompt needs a reading of its own.
check-duplicate-exact-why = The same recording under two prompts means that one of the texts is wrong; twice under one it counts one voice double.

check-duplicate-near-title = Copy of another recording
check-duplicate-near-problem = This seems to be a copy of another recording.
check-duplicate-near-fix = Read the sentence; each prompt needs a reading of its own.
check-duplicate-near-why = A copy that was made louder, shorter or noisier is still no second reading.

check-noisy-title = Background noise
check-noisy-problem = There is too much background noise.
check-noisy-fix = Close the window, turn off fans, move closer.
check-noisy-why = Word error rates rise steeply where the noise comes within 10 dB of the voice.

check-narrowband-title = Sounds like a telephone
check-narrowband-problem = This sounds like a telephone.
check-narrowband-fix = The headset may be in call mode; use a cable or the built-in microphone.
check-narrowband-why = A telephone band lacks the sounds that tell s from f; mixed into a wide-band corpus it teaches the device instead of the language.

check-format-low-title = Recording format too low
check-format-low-problem = The recording format is too low for this project.
check-format-low-fix = Set the device to 16 bit and at least the asked rate.
check-format-low-why = A rate or a word length below what the project asks for cannot be put back by converting the file.

check-channel-dead-title = Only one side has sound
check-channel-dead-problem = Of left and right, only one carries sound.
check-channel-dead-fix = That side is used; check the plug if you meant both.
check-channel-dead-why = One side carries nothing: the plug is half in, or the other microphone was meant.

check-channels-inverted-title = Sides cancel each other
check-channels-inverted-problem = The two sides cancel each other.
check-channels-inverted-fix = Choose a mono input.
check-channels-inverted-why = The two sides cancel when anything mixes them to one, and speech becomes thin or silent.

check-channels-differ-title = Two voices on two sides
check-channels-differ-problem = The two sides hold different voices, and only one side is used.
check-channels-differ-fix = Make one file of each side, or record one person at a time.
check-channels-differ-why = A call or an interview has one person on each side. One side is used and the other one is dropped: its words are missing, or they are in the text and not in the sound.

check-too-quiet-title = Very quiet
check-too-quiet-problem = Your voice is hard to hear in this recording.
check-too-quiet-fix = Move closer or turn the input level up.
check-too-quiet-why = A very quiet voice lies closer to the noise of the device, and a model hears both when it is made louder.

check-noise-gated-title = Cut off between words
check-noise-gated-problem = The device cuts the sound off between words.
check-noise-gated-fix = Turn off noise suppression.
check-noise-gated-why = Noise suppression cuts breaths and soft endings with the noise, and leaves holes that no room has.

check-limited-title = Loud parts squashed
check-limited-problem = The loud parts are squashed.
check-limited-fix = Turn off boost and automatic gain, or turn the input level down.
check-limited-why = Automatic gain, boost and limiters squash the loud sounds, and a clipped recording that was resampled looks just so.

check-hum-50-title = Electrical hum, 50 Hz
check-hum-50-problem = There is an electrical hum.
check-hum-50-fix = Unplug the charger or use another socket or cable.
check-hum-50-why = Mains hum lies under every word of the session; it is easy to remove at the plug and hard to remove later.

check-hum-60-title = Electrical hum, 60 Hz
check-hum-60-problem = There is an electrical hum.
check-hum-60-fix = Unplug the charger or use another socket or cable.
check-hum-60-why = Mains hum lies under every word of the session; it is easy to remove at the plug and hard to remove later.

check-rumble-title = Low rumble
check-rumble-problem = There is a low rumble.
check-rumble-fix = Take the microphone off the table, shield it from wind.
check-rumble-why = Steps, wind and desks fill the lowest band; a filter removes it, but the cause often knocks audibly too.

check-click-noise-title = Click or knock
check-click-noise-problem = There is a click or knock near the speech.
check-click-noise-fix = Do not touch the desk, and wait a moment before pressing the key.
check-click-noise-why = Key presses and knocks beside the speech become sounds that a model may learn to expect there.

check-reverberant-title = The room echoes
check-reverberant-problem = Your voice comes back from the walls.
check-reverberant-fix = Move to a room with curtains or a bed, and go closer.
check-reverberant-why = An echoing room smears one sound into the next; it can be added later, and never taken away.

check-level-changed-title = Louder or quieter than before
check-level-changed-problem = You are much louder or quieter than before.
check-level-changed-fix = Sit as you did at the start.
check-level-changed-why = A sudden change of level means that the speaker or the microphone moved, and the rest of the session with it.

check-room-changed-title = Background changed
check-room-changed-problem = The background has become louder since the start.
check-room-changed-fix = What was switched on? Turn it off, or wait.
check-room-changed-why = Something was switched on. Better to notice after one sentence than after a hundred.

check-upsampled-title = Lower quality than set
check-upsampled-problem = The microphone delivers a lower sound quality than it is set to.
check-upsampled-fix = In the sound settings, choose the microphone's own sample rate.
check-upsampled-why = The file is larger than what is in it, and a model for wide-band speech learns that highs are silence.

check-peak-hot-title = Close to too loud
check-peak-hot-problem = Very close to too loud.
check-peak-hot-fix = Turn the level down a little.
check-peak-hot-why = There is hardly room left: the next louder word will clip.

check-dc-offset-title = Electrical shift
check-dc-offset-problem = The microphone input adds a steady electrical shift to the sound.
check-dc-offset-fix = Read it again. If it comes back, use another socket or another microphone.
check-dc-offset-why = A constant offset costs headroom and clicks at every cut; most devices have none.

check-pause-long-title = Long pause
check-pause-long-problem = There is a long pause in the middle.
check-pause-long-fix = Read it in one go.
check-pause-long-why = A long stop in the middle is often a page turned or a second try.

check-lead-silence-long-title = Long silence at the start
check-lead-silence-long-problem = There is a long silence at the start.
check-lead-silence-long-fix = Nothing to do: it will be cut away. Next time, start to speak soon after you see RECORDING.
check-lead-silence-long-why = Silence costs storage and training time; it is trimmed without loss.

check-trail-silence-long-title = Long silence at the end
check-trail-silence-long-problem = There is a long silence at the end.
check-trail-silence-long-fix = Nothing to do: it will be cut away. Next time, press Enter soon after the last word.
check-trail-silence-long-why = Silence costs storage and training time; it is trimmed without loss.

check-mos-low-title = May sound poor
check-mos-low-problem = This may sound poor.
check-mos-low-fix = Listen to it, and read it again if it does.
check-mos-low-why = A second opinion on how it sounds; the model hardly notices clipping and narrow bands, so it replaces no other check.

check-speech-doubtful-title = May not be speech
check-speech-doubtful-problem = This may not be speech.
check-speech-doubtful-fix = Listen to it, and read it again if nobody speaks.
check-speech-doubtful-why = What the detector took for speech may be music, a cough or a door.

check-channels-identical-title = Two equal sides
check-channels-identical-problem = Two equal sides: stored as one.
check-channels-identical-fix = Nothing to do; a mono input saves space.
check-channels-identical-why = Nothing is wrong; the file is twice as large as it need be.

## Findings that come from no check

check-interrupted-title = Recording was cut short
check-interrupted-problem = The recording was cut short by a crash or a signal.
check-interrupted-fix = Listen to its end; read it again if a word is lost.
check-interrupted-why = A word that is cut off stands in the text and not in the sound, and teaches a model to leave words out.

check-file-altered-title = File was changed
check-file-altered-problem = The file is not the one that was recorded.
check-file-altered-fix = Bring back the recorded file, or record it again.
check-file-altered-why = Nobody can say what is in a file that was changed after it was judged: its verdict, its text and its consent are those of another.

check-file-missing-title = File is missing
check-file-missing-problem = The file is not there.
check-file-missing-fix = Bring it back from a copy, or record it again.
check-file-missing-why = A text without its sound teaches nothing, and what is counted of it is wrong.
