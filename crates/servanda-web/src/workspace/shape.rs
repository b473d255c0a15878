//! The shape of each kind of record: what a draft of it says, and which facts it has. The one
//! description from which the forms are made; `docs/dataset.md` says the same of data sets.
//!
//! Never: reads or writes anything.

use servanda_model::record::{
    BodyForm, BodyState, Course, EngagementForm, InstrumentForm, Measure, Mode, ObservationForm,
    ParticipationRole, PostRole, Response, SectionForm,
};
use servanda_model::{Kind, Lens, Role};

/// The kinds of which a side begins drafts: what parties agree on together.
///
/// Not those that somebody says in their own name, not documents, and not the partnership and its
/// parties, which are there before anything can be agreed.
pub(crate) const BEGUN: [Kind; 13] = [
    Kind::Commitment,
    Kind::Meeting,
    Kind::Instrument,
    Kind::Section,
    Kind::Recommendation,
    Kind::Body,
    Kind::Post,
    Kind::Term,
    Kind::Person,
    Kind::Institution,
    Kind::Engagement,
    Kind::Participation,
    Kind::Figure,
];

/// A fact of a kind.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    /// The name of the fact in its part, and of its field in forms.
    pub(crate) key: &'static str,
    /// What pages call it: the message is `fact-LABEL`, and the words of its codes `LABEL-CODE`.
    pub(crate) label: &'static str,
    /// What it holds.
    pub(crate) sort: Sort,
    /// Whether it may be left out.
    pub(crate) need: Need,
    /// That its part leaves out an empty list of it.
    pub(crate) is_left_out_empty: bool,
}

/// What a fact holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A date, as precise as it is known.
    Date,
    /// A whole number.
    Number,
    /// A number as it is written, with or without decimals.
    Decimal,
    /// Two letters.
    Country,
    /// An address on the web.
    Address,
    /// One of these codes.
    Code(&'static [&'static str]),
    /// Any of these codes.
    Codes(&'static [&'static str]),
    /// A record of one of these kinds.
    One(&'static [Kind]),
    /// Records of these kinds.
    Many(&'static [Kind]),
}

/// Whether a fact may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// There is no such record without it.
    Always,
    /// It, or another of its kind that is marked so.
    Either,
    /// It may be left out.
    Never,
}

use Need::{Always, Either};
use Sort::{Address, Code, Codes, Country, Date, Decimal, Many, Number, One};

const fn field(key: &'static str, label: &'static str, sort: Sort) -> Field {
    Field { key, label, sort, need: Need::Never, is_left_out_empty: false }
}

impl Field {
    const fn needed(self, need: Need) -> Self {
        Self { need, ..self }
    }

    const fn left_out_empty(self) -> Self {
        Self { is_left_out_empty: true, ..self }
    }

    /// Whether it is asked for before anything else can be written.
    pub(crate) fn is_asked_first(&self) -> bool {
        self.need != Need::Never
    }
}

/// Who undertakes, recommends, sends and receives.
const WHO: &[Kind] = &[Kind::Party, Kind::Institution, Kind::Body];
/// Where something is made.
const MADE_IN: &[Kind] = &[Kind::Meeting, Kind::Instrument];
/// What something can be about, or bring about.
const ABOUT: &[Kind] = &[
    Kind::Partnership,
    Kind::Party,
    Kind::Institution,
    Kind::Body,
    Kind::Post,
    Kind::Meeting,
    Kind::Instrument,
    Kind::Section,
    Kind::Commitment,
    Kind::Recommendation,
    Kind::Engagement,
];
const LENSES: Field = field("lenses", "lenses", Codes(Lens::CODES));
const COURSE: Field = field("course", "course", Code(Course::CODES));

const PARTNERSHIP: &[Field] = &[
    field("since", "since", Date).needed(Always),
    field("parties", "parties", Many(&[Kind::Party])).needed(Always),
];
const PARTY: &[Field] = &[field("code", "country-code", Country).needed(Always)];
const INSTITUTION: &[Field] = &[
    field("party", "party", One(&[Kind::Party])),
    field("parent", "part-of", One(&[Kind::Institution])),
];
const POST: &[Field] = &[
    field("role", "post-role", Code(PostRole::CODES)).needed(Always),
    field("seat-of", "seat-of", One(&[Kind::Partnership, Kind::Body])).needed(Always),
    field("party", "for-party", One(&[Kind::Party])).needed(Always),
];
const TERM: &[Field] = &[
    field("person", "person", One(&[Kind::Person])).needed(Always),
    field("post", "post", One(&[Kind::Post])).needed(Always),
    field("institution", "institution", One(&[Kind::Institution])),
    field("from", "from", Date),
    field("to", "until", Date),
    field("documented", "documented-on", Date),
];
const BODY: &[Field] = &[
    field("form", "body-form", Code(BodyForm::CODES)).needed(Always),
    field("state", "body-state", Code(BodyState::CODES)).needed(Always),
    field("parent", "part-of", One(&[Kind::Body])),
    field("continues", "continues", Many(&[Kind::Body])).left_out_empty(),
    field("since", "since", Date),
    field("until", "until", Date),
];
const INSTRUMENT: &[Field] = &[
    field("form", "instrument-form", Code(InstrumentForm::CODES)).needed(Always),
    field("date", "adopted", Date),
    field("period", "period", Date),
    field("parties", "adopted-by", Many(&[Kind::Party, Kind::Institution])),
    field("parent", "made-under", One(&[Kind::Instrument])),
    field("continues", "continues", Many(&[Kind::Instrument])).left_out_empty(),
];
const SECTION: &[Field] = &[
    field("form", "section-form", Code(SectionForm::CODES)).needed(Always),
    field("instrument", "instrument", One(&[Kind::Instrument])).needed(Always),
    field("number", "number", Number).needed(Always),
    COURSE,
    field("continues", "continues", Many(&[Kind::Section])).left_out_empty(),
];
const MEETING: &[Field] = &[
    field("date", "date", Date).needed(Always),
    field("series", "series", One(&[Kind::Partnership, Kind::Body])).needed(Either),
    field("organizers", "organizers", Many(WHO)).needed(Either).left_out_empty(),
    field("host", "host", One(&[Kind::Party])),
    field("mode", "mode", Code(Mode::CODES)),
    field("number", "number", Number),
    field("part-of", "session-of", One(&[Kind::Meeting])),
];
const COMMITMENT: &[Field] = &[
    field("owed-by", "owed-by", Many(WHO)).needed(Always),
    field("made", "made-on", Date).needed(Always),
    field("due", "due", Date),
    field("made-in", "made-in", One(MADE_IN)),
    field("body", "body", One(&[Kind::Body])),
    field("section", "section", One(&[Kind::Section])),
    COURSE,
    LENSES,
    field("continues", "continues", Many(&[Kind::Commitment])).left_out_empty(),
    field("answers", "answers", Many(&[Kind::Recommendation])).left_out_empty(),
    field("concerns", "concerns", Many(ABOUT)).left_out_empty(),
];
const RECOMMENDATION: &[Field] = &[
    field("by", "by", Many(WHO)).needed(Always),
    field("to", "to", Many(WHO)).needed(Always),
    field("made", "made-on", Date).needed(Always),
    field("made-in", "made-in", One(MADE_IN)),
    field("answer-due", "answer-due", Date),
    field("response", "response", Code(Response::CODES)),
    LENSES,
];
const OBSERVATION: &[Field] = &[
    field("form", "observation-form", Code(ObservationForm::CODES)).needed(Always),
    field("by", "by", Many(&[Kind::Party, Kind::Institution, Kind::Body, Kind::Person])),
    field("to", "to", Many(&[Kind::Party, Kind::Institution, Kind::Body, Kind::Person])),
    field("made", "made-on", Date).needed(Always),
    field("made-in", "made-in", One(&[Kind::Meeting])),
    field("about", "about", Many(ABOUT)),
    LENSES,
];
const PARTICIPATION: &[Field] = &[
    field("meeting", "meeting", One(&[Kind::Meeting])).needed(Always),
    field("role", "participation-role", Code(ParticipationRole::CODES)).needed(Always),
    field("person", "person-there", One(&[Kind::Person])).needed(Either),
    field("institution", "institution", One(&[Kind::Institution])).needed(Either),
    field("party", "for-party", One(&[Kind::Party])),
    field("number", "number", Number),
];
const ENGAGEMENT: &[Field] = &[
    field("form", "engagement-form", Code(EngagementForm::CODES)).needed(Always),
    field("period", "period", Date).needed(Always),
    field("by", "sent-by", Many(WHO)),
    field("to", "received-by", Many(WHO)),
    field("instrument", "made-under", One(&[Kind::Instrument])),
    field("body", "body", One(&[Kind::Body])),
    LENSES,
];
const FIGURE: &[Field] = &[
    field("value", "value", Decimal).needed(Always),
    field("when", "when", Date).needed(Always),
    field("about", "about", One(ABOUT)),
    field("part-of", "part-of-figure", One(&[Kind::Figure])),
    field("measure", "measure", Code(Measure::CODES)),
    LENSES.left_out_empty(),
];

/// The others are those of its bytes, which nobody types.
const DOCUMENT: &[Field] =
    &[field("published", "published-on", Date), field("address", "published-at", Address)];

/// The facts of a kind, in the order of its form.
pub(crate) const fn fields(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Partnership => PARTNERSHIP,
        Kind::Party => PARTY,
        Kind::Institution => INSTITUTION,
        Kind::Post => POST,
        Kind::Term => TERM,
        Kind::Body => BODY,
        Kind::Instrument => INSTRUMENT,
        Kind::Section => SECTION,
        Kind::Meeting => MEETING,
        Kind::Commitment => COMMITMENT,
        Kind::Recommendation => RECOMMENDATION,
        Kind::Observation => OBSERVATION,
        Kind::Participation => PARTICIPATION,
        Kind::Engagement => ENGAGEMENT,
        Kind::Figure => FIGURE,
        Kind::Document => DOCUMENT,
        // A person is a name.
        Kind::Person => &[],
    }
}

/// The texts of a kind, in the order of its form.
pub(crate) const fn texts(kind: Kind) -> &'static [Role] {
    match kind {
        Kind::Partnership => &[Role::Name, Role::Acronym, Role::Summary],
        Kind::Party | Kind::Person => &[Role::Name],
        Kind::Institution => &[Role::Name, Role::Acronym],
        Kind::Body => &[Role::Name, Role::Acronym, Role::Mandate],
        Kind::Post | Kind::Term | Kind::Participation => &[Role::Title],
        Kind::Instrument => &[Role::Title, Role::Summary],
        Kind::Section => &[Role::Title, Role::Summary, Role::Note],
        Kind::Meeting => &[Role::Title, Role::Place, Role::Note],
        Kind::Commitment => &[Role::Title, Role::Wording, Role::DueWords, Role::Note],
        Kind::Recommendation | Kind::Observation => &[Role::Title, Role::Wording],
        Kind::Engagement => &[Role::Title, Role::Summary, Role::Place, Role::Note],
        Kind::Figure => &[Role::Title, Role::Unit, Role::Note],
        Kind::Document => &[Role::Title, Role::Publisher],
    }
}

/// Whether a text of a kind is the same in all languages: only the name of a person.
pub(crate) const fn is_universal(kind: Kind, role: Role) -> bool {
    matches!((kind, role), (Kind::Person, Role::Name))
}

#[cfg(test)]
mod tests;
