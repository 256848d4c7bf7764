//! Why a row cannot stand in a manifest format.

use crate::ids::named;

named! {
    /// Why a row cannot stand in a manifest format.
    Unfit {
        /// The text has the bar that parts the columns.
        Bar = "bar",
        /// The text has brackets, which are the format's own.
        Brackets = "brackets",
        /// The loader would turn a text into a date.
        Date = "date",
        /// MASSIVE's reader does not see where a slot in Latin letters ends.
        LatinSlot = "latin-slot",
        /// The words are too long for the name of a folder.
        LongName = "long-name",
        /// It has no intent.
        NoIntent = "no-intent",
        /// Its intent is not an action, an object and a location.
        NoTriple = "no-triple",
        /// Without punctuation no word is left.
        NoWords = "no-words",
        /// The loader splits what it gets itself, so it gets train alone.
        NotTrain = "not-train",
        /// It is no wake phrase and no near miss.
        NotWake = "not-wake",
        /// The audio is not at 16 kHz.
        Rate = "rate",
        /// A slot has no word of its own.
        SlotInWord = "slot-in-word",
        /// The trainer would choose its model by it.
        TestSplit = "test-split",
    }
}

impl Unfit {
    /// Returns the reason in words, after "it is left out since".
    pub fn words(self) -> &'static str {
        match self {
            Self::Bar => "the text has `|`, which parts the columns and cannot be quoted",
            Self::Brackets => "the text has square brackets, which mark slots",
            Self::Date => "a text of it is an ISO date, which the loader turns into a time",
            Self::LatinSlot => "the data set's reader runs on with a slot that ends in Latin letters",
            Self::LongName => "the words are too long for the name of a folder",
            Self::NoIntent => "it has no intent",
            Self::NoTriple => "its intent is not of the form `action__object__location`",
            Self::NoWords => "no word is left without punctuation",
            Self::NotTrain => "it is not in train, and the trainer splits what it gets by chance",
            Self::NotWake => "its intent is neither `wake_word` nor `wake_negative`",
            Self::Rate => "it is not at 16 kHz, which the loader takes for granted",
            Self::SlotInWord => "a slot has no word of its own",
            Self::TestSplit => "it is in test, and the trainer would choose its model by it",
        }
    }
}
