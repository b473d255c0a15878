//! Records: everything that has an address in the register.

use std::collections::BTreeMap;

use crate::{Language, Multilingual, Passage, RecordId, Role, When};

/// Declares an enumeration whose values have a code in entries, tables and addresses.
macro_rules! coded {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $value:ident = $code:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $value),+ }

        impl $name {
            /// All of them, in their usual order.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// The codes of all of them, in the same order.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The code in entries, tables and addresses.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$value => $code),+ }
            }

            /// The value with this code.
            pub fn find(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }
        }
    };
}

coded! {
    /// What a record is.
    Kind {
        /// What a register is kept about.
        Partnership = "partnership",
        /// A state that can bind itself.
        Party = "party",
        /// An organisation.
        Institution = "institution",
        /// A human being.
        Person = "person",
        /// A seat that outlives its holder.
        Post = "post",
        /// A person holding a post.
        Term = "term",
        /// A committee, group, dialogue or lab.
        Body = "body",
        /// A text the parties adopt.
        Instrument = "instrument",
        /// A pillar or theme of an instrument.
        Section = "section",
        /// A session of the partnership or a body.
        Meeting = "meeting",
        /// One thing the parties, or one of them, undertake to do.
        Commitment = "commitment",
        /// What someone asks a party or body to do.
        Recommendation = "recommendation",
        /// What someone asked or said about a matter of the partnership.
        Observation = "observation",
        /// Somebody taking part in a meeting.
        Participation = "participation",
        /// What follows a call or plan: a deployment, mission, course or programme.
        Engagement = "engagement",
        /// A number taken from a document.
        Figure = "figure",
        /// Bytes as received.
        Document = "document",
    }
}

coded! {
    /// A cross-cutting concern.
    Lens {
        /// Gender equality.
        Gender = "gender",
        /// Indigenous Peoples.
        Indigenous = "indigenous",
        /// Young people.
        Youth = "youth",
        /// Inclusion and anti-racism.
        Inclusion = "inclusion",
        /// Climate and nature.
        Climate = "climate",
    }
}

coded! {
    /// What a post is for.
    PostRole {
        /// Leads the partnership for a party.
        NationalCoChair = "national-co-chair",
        /// Leads a body for a party.
        CoChair = "co-chair",
        /// Leads a body for a party's private sector.
        PrivateCoChair = "private-co-chair",
        /// Answers for follow-up.
        ContactPoint = "contact-point",
        /// Leads a delegation.
        HeadOfDelegation = "head-of-delegation",
        /// Takes part in a delegation.
        Delegate = "delegate",
    }
}

coded! {
    /// What sort of body it is.
    BodyForm {
        /// A working group.
        WorkingGroup = "working-group",
        /// A regular dialogue.
        Dialogue = "dialogue",
        /// A follow-up mechanism.
        Mechanism = "mechanism",
        /// A lab of young people.
        Lab = "lab",
        /// A secretariat.
        Secretariat = "secretariat",
    }
}

coded! {
    /// Whether a body is at work.
    BodyState {
        /// It meets.
        Active = "active",
        /// It exists but did not meet.
        Dormant = "dormant",
        /// It has been announced.
        Planned = "planned",
        /// It has ended.
        Concluded = "concluded",
    }
}

coded! {
    /// What sort of instrument it is.
    InstrumentForm {
        /// The founding framework.
        Framework = "framework",
        /// An action plan.
        ActionPlan = "action-plan",
        /// A memorandum of understanding.
        Memorandum = "memorandum",
        /// A work plan or programme.
        WorkPlan = "work-plan",
        /// An operating plan.
        OperatingPlan = "operating-plan",
        /// A report adopted by the parties.
        Report = "report",
    }
}

coded! {
    /// What sort of section it is.
    SectionForm {
        /// A pillar.
        Pillar = "pillar",
        /// A theme.
        Theme = "theme",
    }
}

coded! {
    /// How a commitment or theme goes on, where a document says so.
    Course {
        /// It goes on.
        Ongoing = "ongoing",
        /// It rests.
        Suspended = "suspended",
        /// It had rested and is taken up again.
        Reactivated = "reactivated",
        /// It was ended.
        Concluded = "concluded",
        /// What it asked for was done.
        Complete = "complete",
    }
}

coded! {
    /// In what capacity somebody takes part in a meeting.
    ParticipationRole {
        /// Leads the meeting for a side.
        CoChair = "co-chair",
        /// Leads a delegation.
        HeadOfDelegation = "head-of-delegation",
        /// Belongs to a delegation.
        Delegate = "delegate",
        /// Speaks for young people.
        YouthDelegate = "youth-delegate",
        /// Presents an item.
        Presenter = "presenter",
        /// Is on the list of those who took part.
        Participant = "participant",
    }
}

coded! {
    /// What sort of engagement it is.
    EngagementForm {
        /// People or means sent to help.
        Deployment = "deployment",
        /// Firms or funds that travel together.
        Mission = "mission",
        /// A course or training.
        Course = "course",
        /// An event of one or more days.
        Event = "event",
        /// A programme with cohorts.
        Programme = "programme",
    }
}

coded! {
    /// What sort of observation it is.
    ObservationForm {
        /// A question put before a session.
        Question = "question",
        /// Evidence given to a committee.
        Testimony = "testimony",
        /// A statement in public.
        Statement = "statement",
        /// A conversation with officials or members of parliament.
        Representation = "representation",
    }
}

coded! {
    /// What became of a recommendation, in the words of the one who was asked.
    Response {
        /// It will be done.
        Accepted = "accepted",
        /// A part of it will be done.
        AcceptedInPart = "accepted-in-part",
        /// It was heard.
        Noted = "noted",
        /// It will not be done.
        Declined = "declined",
    }
}

coded! {
    /// What a figure counts, where pages compare it with a list.
    Measure {
        /// People who took part in a meeting.
        Participants = "participants",
        /// People who were sent.
        Personnel = "personnel",
    }
}

coded! {
    /// How people met.
    Mode {
        /// In one place.
        InPerson = "in-person",
        /// At a distance.
        Virtual = "virtual",
        /// Both.
        Hybrid = "hybrid",
    }
}

/// A record: its address, what it says in each language, its facts, and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its identifier, for ever.
    pub id: RecordId,
    /// What it says, by role.
    pub texts: BTreeMap<Role, Multilingual>,
    /// Its structure.
    pub facts: Facts,
    /// The passages it rests on.
    pub sources: Vec<Passage>,
}

impl Record {
    /// What it is.
    pub fn kind(&self) -> Kind {
        self.facts.kind()
    }
}

/// The structure of a record, by kind. No prose: that stands in the texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Facts {
    /// See [`Partnership`].
    Partnership(Partnership),
    /// See [`Party`].
    Party(Party),
    /// See [`Institution`].
    Institution(Institution),
    /// A person has no facts beside the name, which is a text of its own and can be erased.
    Person,
    /// See [`Post`].
    Post(Post),
    /// See [`Term`].
    Term(Term),
    /// See [`Body`].
    Body(Body),
    /// See [`Instrument`].
    Instrument(Instrument),
    /// See [`Section`].
    Section(Section),
    /// See [`Meeting`].
    Meeting(Meeting),
    /// See [`Commitment`].
    Commitment(Commitment),
    /// See [`Recommendation`].
    Recommendation(Recommendation),
    /// See [`Observation`].
    Observation(Observation),
    /// See [`Participation`].
    Participation(Participation),
    /// See [`Engagement`].
    Engagement(Engagement),
    /// See [`Figure`].
    Figure(Figure),
    /// See [`Document`].
    Document(Document),
}

/// What a register is kept about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partnership {
    /// Its parties, all equal.
    pub parties: Vec<RecordId>,
    /// When it was launched.
    pub since: When,
}

/// A state that can bind itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Its ISO 3166-1 code of two letters.
    pub code: String,
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Institution {
    /// The party it belongs to, if any.
    pub party: Option<RecordId>,
    /// The institution it is part of.
    pub parent: Option<RecordId>,
}

/// A seat in a body or partnership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// The body or partnership it is a seat of.
    pub seat_of: RecordId,
    /// The party whose seat it is.
    pub party: RecordId,
    /// What it is for.
    pub role: PostRole,
}

/// A person holding a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The post.
    pub post: RecordId,
    /// Who holds it.
    pub person: RecordId,
    /// The institution the person comes from.
    pub institution: Option<RecordId>,
    /// Since when, if known.
    pub from: Option<When>,
    /// Until when, if known.
    pub to: Option<When>,
    /// A day on which a document shows the person in the post.
    pub documented: Option<When>,
}

/// A committee, working group, dialogue or lab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// What sort.
    pub form: BodyForm,
    /// The body it belongs to.
    pub parent: Option<RecordId>,
    /// Since when.
    pub since: Option<When>,
    /// Until when.
    pub until: Option<When>,
    /// Whether it is at work.
    pub state: BodyState,
    /// The bodies it carries on: renamed, merged or split off.
    pub continues: Vec<RecordId>,
}

/// A text the parties adopt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instrument {
    /// What sort.
    pub form: InstrumentForm,
    /// When it was adopted.
    pub date: Option<When>,
    /// What time it covers.
    pub period: Option<When>,
    /// The instrument it is made under.
    pub parent: Option<RecordId>,
    /// Who adopted it.
    pub parties: Vec<RecordId>,
    /// The instruments it carries on.
    pub continues: Vec<RecordId>,
}

/// A pillar or theme of an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The instrument.
    pub instrument: RecordId,
    /// Its number there, from 1.
    pub number: u32,
    /// What sort.
    pub form: SectionForm,
    /// How it goes on, where a document says so.
    pub course: Option<Course>,
    /// The sections of earlier instruments that it carries on.
    pub continues: Vec<RecordId>,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// The partnership or body that met; none for a meeting outside the partnership.
    pub series: Option<RecordId>,
    /// Its number in the series.
    pub number: Option<u32>,
    /// The larger meeting it was a session of.
    pub part_of: Option<RecordId>,
    /// The party that hosted.
    pub host: Option<RecordId>,
    /// Who organised it, where that is not the series.
    pub organizers: Vec<RecordId>,
    /// How people met, if known.
    pub mode: Option<Mode>,
    /// When.
    pub date: When,
}

/// One thing the parties, or one of them, undertake to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commitment {
    /// Who owes it.
    pub owed_by: Vec<RecordId>,
    /// By when.
    pub due: Option<When>,
    /// When it was made.
    pub made: When,
    /// The meeting or instrument it was made in.
    pub made_in: Option<RecordId>,
    /// The body it belongs to.
    pub body: Option<RecordId>,
    /// The pillar or theme it stands under.
    pub section: Option<RecordId>,
    /// Whom and what it concerns across subjects.
    pub lenses: Vec<Lens>,
    /// How it goes on, where a document says so.
    pub course: Option<Course>,
    /// The commitments it carries on: its line through the years.
    pub continues: Vec<RecordId>,
    /// The recommendations it answers.
    pub answers: Vec<RecordId>,
    /// What it is to bring about or repeat: a body, meeting, instrument, post.
    pub concerns: Vec<RecordId>,
}

/// What someone asks a party or body to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommendation {
    /// Who asks.
    pub by: Vec<RecordId>,
    /// Who is asked.
    pub to: Vec<RecordId>,
    /// When it was made.
    pub made: When,
    /// The meeting it was made in.
    pub made_in: Option<RecordId>,
    /// Whom and what it concerns across subjects.
    pub lenses: Vec<Lens>,
    /// By when an answer is owed.
    pub answer_due: Option<When>,
    /// What was answered, where a document says so.
    pub response: Option<Response>,
}

/// What someone asked or said about a matter of the partnership, in their own name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// What sort.
    pub form: ObservationForm,
    /// Who speaks.
    pub by: Vec<RecordId>,
    /// To whom.
    pub to: Vec<RecordId>,
    /// When.
    pub made: When,
    /// The meeting in which it was said.
    pub made_in: Option<RecordId>,
    /// What it is about: recommendations, commitments, instruments.
    pub about: Vec<RecordId>,
    /// Whom and what it concerns across subjects.
    pub lenses: Vec<Lens>,
}

/// Somebody taking part in a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participation {
    /// The meeting.
    pub meeting: RecordId,
    /// Who took part; none where only the institution is known.
    pub person: Option<RecordId>,
    /// The institution the person came from.
    pub institution: Option<RecordId>,
    /// The side.
    pub party: Option<RecordId>,
    /// In what capacity.
    pub role: ParticipationRole,
    /// Its place in the list of the document, from 1.
    pub number: Option<u32>,
}

/// What follows a call or plan: a deployment, mission, course or programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Engagement {
    /// What sort.
    pub form: EngagementForm,
    /// Who sends or organises.
    pub by: Vec<RecordId>,
    /// Who receives.
    pub to: Vec<RecordId>,
    /// From when to when.
    pub period: When,
    /// The instrument it is made under.
    pub instrument: Option<RecordId>,
    /// The body it belongs to.
    pub body: Option<RecordId>,
    /// Whom and what it concerns across subjects.
    pub lenses: Vec<Lens>,
}

/// A number taken from a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The number as written, with a point for decimals.
    pub value: String,
    /// The time it counts.
    pub when: When,
    /// The record it is about.
    pub about: Option<RecordId>,
    /// The figure it counts a part of. Parts of one figure may overlap: they are never added.
    pub part_of: Option<RecordId>,
    /// What it counts, where pages compare it with a list.
    pub measure: Option<Measure>,
    /// Whom and what it concerns across subjects.
    pub lenses: Vec<Lens>,
}

impl Figure {
    /// Whether it is more than the figure it is said to count a part of. What is no number
    /// compares with nothing.
    pub fn exceeds(&self, whole: &Self) -> bool {
        let number = |figure: &Self| figure.value.parse::<f64>().ok();
        matches!((number(self), number(whole)), (Some(part), Some(whole)) if part > whole)
    }
}

/// Bytes as received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// SHA-256 of the bytes, in hexadecimal; none for a document that is only cited at its address.
    pub digest: Option<String>,
    /// The media type they were received as.
    pub media_type: String,
    /// The language it is written in.
    pub language: Language,
    /// Where it was published.
    pub address: Option<String>,
    /// When it was published.
    pub published: Option<When>,
    /// The blocks of its text, where the installation holds a copy.
    pub outline: Vec<Block>,
}

/// A block of a document's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// What sort.
    pub form: BlockForm,
    /// First character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
}

coded! {
    /// What sort of block it is.
    BlockForm {
        /// A heading of the first rank.
        Heading1 = "h1",
        /// A heading of the second rank.
        Heading2 = "h2",
        /// A heading of the third rank or lower.
        Heading3 = "h3",
        /// A paragraph.
        Paragraph = "p",
        /// An item of a list.
        Item = "li",
        /// A row of a table.
        Row = "tr",
        /// Menus, captions and dates of the page that carried the document.
        Furniture = "furniture",
    }
}

coded! {
    /// How one record refers to another.
    Relation {
        /// A partnership's party, or an instrument's.
        Party = "party",
        /// The larger thing it belongs to.
        Parent = "parent",
        /// The body or partnership a post is a seat of, a meeting is of, a commitment belongs to.
        Body = "body",
        /// A term's post.
        Post = "post",
        /// A term's person.
        Person = "person",
        /// A term's institution.
        Institution = "institution",
        /// A section's instrument.
        Instrument = "instrument",
        /// A commitment's section.
        Section = "section",
        /// A meeting's host.
        Host = "host",
        /// Who owes a commitment.
        OwedBy = "owed-by",
        /// The meeting or instrument it was made in.
        MadeIn = "made-in",
        /// Who makes a recommendation.
        By = "by",
        /// To whom a recommendation is made.
        To = "to",
        /// What a figure or observation is about; what a commitment is to bring about.
        About = "about",
        /// The earlier record that this one carries on.
        Continues = "continues",
        /// A recommendation that a commitment answers.
        Answers = "answers",
        /// The larger figure that this one counts a part of.
        PartOf = "part-of",
        /// The meeting somebody took part in.
        Meeting = "meeting",
    }
}

impl Facts {
    /// What the record is.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Partnership(_) => Kind::Partnership,
            Self::Party(_) => Kind::Party,
            Self::Institution(_) => Kind::Institution,
            Self::Person => Kind::Person,
            Self::Post(_) => Kind::Post,
            Self::Term(_) => Kind::Term,
            Self::Body(_) => Kind::Body,
            Self::Instrument(_) => Kind::Instrument,
            Self::Section(_) => Kind::Section,
            Self::Meeting(_) => Kind::Meeting,
            Self::Commitment(_) => Kind::Commitment,
            Self::Recommendation(_) => Kind::Recommendation,
            Self::Observation(_) => Kind::Observation,
            Self::Participation(_) => Kind::Participation,
            Self::Engagement(_) => Kind::Engagement,
            Self::Figure(_) => Kind::Figure,
            Self::Document(_) => Kind::Document,
        }
    }

    /// The records it refers to, in order.
    pub fn links(&self) -> Vec<(Relation, &RecordId)> {
        use Relation as R;
        match self {
            Self::Party(_) | Self::Person | Self::Document(_) => Vec::new(),
            Self::Partnership(p) => many(R::Party, &p.parties),
            Self::Institution(i) => {
                [one(R::Party, i.party.as_ref()), one(R::Parent, i.parent.as_ref())].concat()
            }
            Self::Post(p) => vec![(R::Body, &p.seat_of), (R::Party, &p.party)],
            Self::Term(t) => {
                let mut links = vec![(R::Post, &t.post), (R::Person, &t.person)];
                links.extend(one(R::Institution, t.institution.as_ref()));
                links
            }
            Self::Body(b) => {
                [one(R::Parent, b.parent.as_ref()), many(R::Continues, &b.continues)].concat()
            }
            Self::Instrument(i) => [
                one(R::Parent, i.parent.as_ref()),
                many(R::Party, &i.parties),
                many(R::Continues, &i.continues),
            ]
            .concat(),
            Self::Section(s) => {
                [vec![(R::Instrument, &s.instrument)], many(R::Continues, &s.continues)].concat()
            }
            Self::Meeting(m) => m.links(),
            Self::Commitment(c) => c.links(),
            Self::Recommendation(r) => {
                [many(R::By, &r.by), many(R::To, &r.to), one(R::MadeIn, r.made_in.as_ref())]
                    .concat()
            }
            Self::Observation(o) => o.links(),
            Self::Participation(p) => p.links(),
            Self::Engagement(e) => e.links(),
            Self::Figure(f) => {
                [one(R::About, f.about.as_ref()), one(R::PartOf, f.part_of.as_ref())].concat()
            }
        }
    }

    /// The lenses it is seen through.
    pub fn lenses(&self) -> &[Lens] {
        match self {
            Self::Commitment(commitment) => &commitment.lenses,
            Self::Recommendation(recommendation) => &recommendation.lenses,
            Self::Observation(observation) => &observation.lenses,
            Self::Engagement(engagement) => &engagement.lenses,
            Self::Figure(figure) => &figure.lenses,
            Self::Partnership(_)
            | Self::Party(_)
            | Self::Institution(_)
            | Self::Person
            | Self::Post(_)
            | Self::Term(_)
            | Self::Body(_)
            | Self::Instrument(_)
            | Self::Section(_)
            | Self::Meeting(_)
            | Self::Participation(_)
            | Self::Document(_) => &[],
        }
    }

    /// The date it is sorted and filtered by.
    pub fn date(&self) -> Option<When> {
        match self {
            Self::Partnership(partnership) => Some(partnership.since),
            Self::Term(term) => term.from.or(term.documented),
            Self::Body(body) => body.since,
            Self::Instrument(instrument) => instrument.date,
            Self::Meeting(meeting) => Some(meeting.date),
            Self::Commitment(commitment) => Some(commitment.made),
            Self::Recommendation(recommendation) => Some(recommendation.made),
            Self::Observation(observation) => Some(observation.made),
            Self::Engagement(engagement) => Some(engagement.period),
            Self::Figure(figure) => Some(figure.when),
            Self::Document(document) => document.published,
            Self::Party(_)
            | Self::Institution(_)
            | Self::Person
            | Self::Post(_)
            | Self::Participation(_)
            | Self::Section(_) => None,
        }
    }
}

impl Meeting {
    fn links(&self) -> Links<'_> {
        [
            one(Relation::Body, self.series.as_ref()),
            one(Relation::Parent, self.part_of.as_ref()),
            one(Relation::Host, self.host.as_ref()),
            many(Relation::By, &self.organizers),
        ]
        .concat()
    }
}

impl Commitment {
    fn links(&self) -> Links<'_> {
        [
            many(Relation::OwedBy, &self.owed_by),
            one(Relation::MadeIn, self.made_in.as_ref()),
            one(Relation::Body, self.body.as_ref()),
            one(Relation::Section, self.section.as_ref()),
            many(Relation::Continues, &self.continues),
            many(Relation::Answers, &self.answers),
            many(Relation::About, &self.concerns),
        ]
        .concat()
    }
}

impl Observation {
    fn links(&self) -> Links<'_> {
        [
            many(Relation::By, &self.by),
            many(Relation::To, &self.to),
            one(Relation::MadeIn, self.made_in.as_ref()),
            many(Relation::About, &self.about),
        ]
        .concat()
    }
}

impl Participation {
    fn links(&self) -> Links<'_> {
        [
            vec![(Relation::Meeting, &self.meeting)],
            one(Relation::Person, self.person.as_ref()),
            one(Relation::Institution, self.institution.as_ref()),
            one(Relation::Party, self.party.as_ref()),
        ]
        .concat()
    }
}

impl Engagement {
    fn links(&self) -> Links<'_> {
        [
            many(Relation::By, &self.by),
            many(Relation::To, &self.to),
            one(Relation::Instrument, self.instrument.as_ref()),
            one(Relation::Body, self.body.as_ref()),
        ]
        .concat()
    }
}

type Links<'facts> = Vec<(Relation, &'facts RecordId)>;

fn one(relation: Relation, id: Option<&RecordId>) -> Links<'_> {
    id.into_iter().map(|id| (relation, id)).collect()
}

fn many(relation: Relation, ids: &[RecordId]) -> Links<'_> {
    ids.iter().map(|id| (relation, id)).collect()
}
