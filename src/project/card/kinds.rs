//! Which parts a card has, and what each is asked for.

/// A subject that only a person can write of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartKind {
    /// The stem of its file.
    pub id: &'static str,
    /// Its heading on the card.
    pub heading: &'static str,
    /// Whether a release must have it.
    pub is_required: bool,
    /// What is to be written, as questions.
    pub asks: &'static str,
}

/// All parts, in the order of the card.
pub const KINDS: [PartKind; 14] = [
    PartKind {
        id: "motivation",
        heading: "Motivation",
        is_required: true,
        asks: "Why was this corpus made, and for whom? Who made it, and who paid for it?\nWhat does it have that others lack?",
    },
    PartKind {
        id: "recruitment-and-pay",
        heading: "Who was asked and how they were paid",
        is_required: true,
        asks: "How were speakers found, and who was not reached? How were they paid, and how much for how long?\nWho could \
               not say no easily (pupils, staff, family)?",
    },
    PartKind {
        id: "collection",
        heading: "How it was recorded",
        is_required: true,
        asks: "When and where was it recorded, with which devices, in what rooms? What were speakers told to do?\nWas anybody \
               with them?",
    },
    PartKind {
        id: "texts",
        heading: "Where the texts come from",
        is_required: false,
        asks: "Who wrote the prompts, or out of what were they taken? How were they chosen and checked?\nWhich variety and \
               spelling of the language are they in?",
    },
    PartKind {
        id: "preparation",
        heading: "What was done besides",
        is_required: false,
        asks: "What was done to the recordings or texts outside of Booth: cut, cleaned, corrected, annotated? By whom?",
    },
    PartKind {
        id: "intended-use",
        heading: "Intended uses",
        is_required: true,
        asks: "What is it good for? What has been tried with it, with what result?",
    },
    PartKind {
        id: "out-of-scope",
        heading: "Uses to keep away from",
        is_required: true,
        asks: "What must it not be used for, and what would give wrong results?\nFor example voices of other people than the \
               speakers, cloned voices, or the recognition of persons.",
    },
    PartKind {
        id: "limitations",
        heading: "Known biases and limits",
        is_required: true,
        asks: "Who and what is missing or too frequent: accents, ages, genders, places, noise, spontaneous speech?\nWhich faults \
               are known and were left in?",
    },
    PartKind {
        id: "ethics",
        heading: "Review and ethics",
        is_required: false,
        asks: "Who has reviewed the collection (an ethics board, a data protection officer), and with what result?\nWhat harm \
               could come to speakers, and what is done against it?",
    },
    PartKind {
        id: "maintenance",
        heading: "Maintenance",
        is_required: true,
        asks: "Who looks after it, and until when? How are faults reported, and how do new releases come?\nWhat becomes of old \
               ones?",
    },
    PartKind {
        id: "contact-and-withdrawal",
        heading: "Contact, and how speakers withdraw",
        is_required: true,
        asks: "How are the publishers reached? How does a speaker withdraw, with what, and by when is it done?\nWhat are those \
               who have a copy asked to do then?",
    },
    PartKind {
        id: "citation",
        heading: "How to cite it",
        is_required: false,
        asks: "How is the corpus to be cited?",
    },
    PartKind {
        id: "acknowledgements",
        heading: "Thanks",
        is_required: false,
        asks: "Who is to be thanked? Nobody by name who has not agreed.",
    },
    PartKind {
        id: "changes",
        heading: "Changes in this release",
        is_required: false,
        asks: "What has changed since the release before, and why? What was wrong in it?",
    },
];

impl PartKind {
    /// Finds a part by the stem of its file.
    pub fn find(id: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.id == id)
    }
}
