//! The tables of a data set as they are written.

use std::collections::BTreeMap;

use serde::Deserialize;
use servanda_model::Kind;
use toml::Spanned;

use super::Place;

/// A text in each language, by tag.
pub(super) type Texts = BTreeMap<String, String>;

/// What the identifiers are made from, and the partnership the data set is about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RegisterRow {
    pub(super) namespace: String,
    pub(super) partnership: String,
}

/// A row and where it stands.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) place: Place,
    pub(super) row: Row,
}

/// Declares the file and the row enumeration with one table per kind.
macro_rules! tables {
    ($($table:ident: $row:ident = $kind:ident),+ $(,)?) => {
        /// One file of a data set.
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct File {
            pub(super) register: Option<RegisterRow>,
            $(#[serde(default)] $table: Vec<Spanned<$row>>),+
        }

        /// One row, by kind.
        #[derive(Debug)]
        pub(super) enum Row { $($kind($row)),+ }

        impl Row {
            pub(super) fn key(&self) -> &str {
                match self { $(Self::$kind(row) => &row.key),+ }
            }

            pub(super) fn source(&self) -> &[SourceRow] {
                match self { $(Self::$kind(row) => &row.source),+ }
            }

            pub(super) const fn kind(&self) -> Kind {
                match self { $(Self::$kind(_) => Kind::$kind),+ }
            }
        }

        impl File {
            /// Its rows with their places, in the order of the tables.
            pub(super) fn rows(self, file: &str, text: &str) -> Vec<Placed> {
                let mut rows = Vec::new();
                let mut add = |start: usize, row: Row| {
                    let name = format!("{}/{}", row.kind().code(), row.key());
                    let line = line_of(text, start);
                    rows.push(Placed { place: Place { file: file.to_owned(), line, name }, row });
                };
                $(for row in self.$table {
                    add(row.span().start, Row::$kind(row.into_inner()));
                })+
                rows
            }
        }
    };
}

tables! {
    partnership: PartnershipRow = Partnership,
    party: PartyRow = Party,
    document: DocumentRow = Document,
    institution: InstitutionRow = Institution,
    person: PersonRow = Person,
    post: PostRow = Post,
    term: TermRow = Term,
    body: BodyRow = Body,
    instrument: InstrumentRow = Instrument,
    section: SectionRow = Section,
    meeting: MeetingRow = Meeting,
    commitment: CommitmentRow = Commitment,
    recommendation: RecommendationRow = Recommendation,
    observation: ObservationRow = Observation,
    participation: ParticipationRow = Participation,
    engagement: EngagementRow = Engagement,
    figure: FigureRow = Figure,
}

/// Declares a row whose fields are written with dashes and may not be others.
macro_rules! row {
    ($name:ident { $($field:ident: $sort:ty),* $(,)? }) => {
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        pub(super) struct $name {
            pub(super) key: String,
            #[serde(default)]
            pub(super) source: Vec<SourceRow>,
            $(#[serde(default)] pub(super) $field: $sort,)*
        }
    };
}

type Maybe = Option<String>;
type List = Vec<String>;

row!(PartnershipRow { name: Texts, acronym: Texts, summary: Texts, since: Maybe, parties: List });
row!(PartyRow { name: Texts, code: Maybe });
row!(DocumentRow {
    title: Texts,
    publisher: Texts,
    language: Maybe,
    address: Maybe,
    published: Maybe,
    file: Maybe,
    sha256: Maybe,
    media_type: Maybe,
});
row!(InstitutionRow { name: Texts, acronym: Texts, party: Maybe, parent: Maybe });
row!(PersonRow { name: Maybe });
row!(PostRow { title: Texts, body: Maybe, partnership: Maybe, party: Maybe, role: Maybe });
row!(TermRow {
    title: Texts,
    post: Maybe,
    person: Maybe,
    institution: Maybe,
    from: Maybe,
    to: Maybe,
    documented: Maybe,
});
row!(BodyRow {
    name: Texts,
    acronym: Texts,
    mandate: Texts,
    r#type: Maybe,
    parent: Maybe,
    since: Maybe,
    until: Maybe,
    state: Maybe,
    continues: List,
});
row!(InstrumentRow {
    title: Texts,
    summary: Texts,
    r#type: Maybe,
    date: Maybe,
    period: Maybe,
    parent: Maybe,
    parties: List,
    continues: List,
});
row!(SectionRow {
    title: Texts,
    summary: Texts,
    note: Texts,
    instrument: Maybe,
    number: Option<u32>,
    r#type: Maybe,
    course: Maybe,
    continues: List,
});
row!(MeetingRow {
    title: Texts, place: Texts, note: Texts, series: Maybe, number: Option<u32>, part_of: Maybe,
    host: Maybe, mode: Maybe, date: Maybe, organizers: List,
});
row!(CommitmentRow {
    title: Texts,
    wording: Texts,
    due_words: Texts,
    note: Texts,
    owed_by: List,
    due: Maybe,
    made: Maybe,
    made_in: Maybe,
    body: Maybe,
    section: Maybe,
    lenses: List,
    course: Maybe,
    continues: List,
    answers: List,
    concerns: List,
});
row!(RecommendationRow {
    title: Texts,
    wording: Texts,
    by: List,
    to: List,
    made: Maybe,
    made_in: Maybe,
    lenses: List,
    answer_due: Maybe,
    response: Maybe,
});
row!(ObservationRow {
    title: Texts,
    wording: Texts,
    r#type: Maybe,
    by: List,
    to: List,
    made: Maybe,
    made_in: Maybe,
    about: List,
    lenses: List,
});
row!(ParticipationRow {
    title: Texts,
    meeting: Maybe,
    person: Maybe,
    institution: Maybe,
    party: Maybe,
    role: Maybe,
    number: Option<u32>,
});
row!(EngagementRow {
    title: Texts,
    summary: Texts,
    place: Texts,
    note: Texts,
    r#type: Maybe,
    by: List,
    to: List,
    period: Maybe,
    instrument: Maybe,
    body: Maybe,
    lenses: List,
});
row!(FigureRow {
    title: Texts,
    unit: Texts,
    note: Texts,
    value: Maybe,
    when: Maybe,
    about: Maybe,
    part_of: Maybe,
    measure: Maybe,
    lenses: List,
});

/// A passage, by its first and last words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceRow {
    pub(super) document: String,
    pub(super) begins: String,
    pub(super) ends: String,
    pub(super) prefix: Option<String>,
    pub(super) says: Option<SaysRow>,
}

/// What a source says of a field on which the sources of a record differ.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SaysRow {
    pub(super) field: String,
    pub(super) value: String,
}

/// The line a byte stands on, from 1.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}
