//! What belongs to a record: the commitments of a body, the sessions of a meeting, the terms of a
//! post.

use servanda_model::record::Recommendation;
use servanda_model::{Facts, Kind, RecordId, Relation};
use servanda_register::{CommitmentFilter, Held, Placed, RegisterError};

use super::{answer, body, line, meeting};
use crate::block::{Block, Link, Names, Row, count};
use crate::holding::Posts;
use crate::list;
use crate::site::Desk;

/// Records of one list on a page.
const ROWS_MAX: usize = 50;
/// Commitments under one section on the page of its instrument.
const SECTION_ROWS_MAX: usize = 12;
/// Commitments of an instrument that are looked through for those under none of its sections.
const MADE_IN_MAX: usize = 400;

type Listed = Result<Vec<Block>, RegisterError>;

/// The lists of a record's page, in the order of the page.
pub(super) fn of(desk: &Desk, names: &Names<'_>, held: &Held) -> Listed {
    let id = &held.record.id;
    Ok(match &held.record.facts {
        // A figure is drawn with its whole and its parts.
        Facts::Partnership(_)
        | Facts::Term(_)
        | Facts::Participation(_)
        | Facts::Figure(_)
        | Facts::Document(_) => Vec::new(),
        Facts::Commitment(it) => vec![
            line::block(names, held)?,
            answered(names, &it.answers)?,
            referring(names, id, Relation::About, Kind::Observation, Says::IfAny("said"))?,
        ],
        Facts::Recommendation(it) => vec![
            answers(names, id, it)?,
            referring(names, id, Relation::About, Kind::Observation, Says::IfAny("said"))?,
        ],
        Facts::Observation(_) => {
            vec![referring(names, id, Relation::About, Kind::Observation, Says::IfAny("said"))?]
        }
        Facts::Engagement(_) => {
            vec![referring(names, id, Relation::About, Kind::Figure, Says::IfAny("figures"))?]
        }
        Facts::Party(_) => {
            let institutions = Says::IfAny("institutions");
            let owed = Says::IfAny("commitments");
            vec![
                referring(names, id, Relation::Party, Kind::Institution, institutions)?,
                referring(names, id, Relation::OwedBy, Kind::Commitment, owed)?,
            ]
        }
        Facts::Institution(_) => of_institution(names, id)?,
        Facts::Person => vec![
            terms(names, id, Relation::Person)?,
            referring(names, id, Relation::Person, Kind::Participation, Says::IfAny("took-part"))?,
        ],
        Facts::Post(_) => vec![terms(names, id, Relation::Post)?],
        Facts::Body(it) => vec![
            body::block(desk, names, held, it)?,
            posts(desk, names, id)?,
            referring(names, id, Relation::About, Kind::Commitment, Says::IfAny("concerning"))?,
            commitments(names, &in_body(id), ROWS_MAX, Says::Empty("commitments"))?,
            referring(names, id, Relation::Body, Kind::Meeting, Says::Empty("meetings"))?,
            referring(names, id, Relation::To, Kind::Recommendation, Says::IfAny("addressed"))?,
            referring(names, id, Relation::By, Kind::Recommendation, Says::IfAny("made"))?,
            referring(names, id, Relation::Parent, Kind::Body, Says::IfAny("parts"))?,
            referring(names, id, Relation::Continues, Kind::Body, Says::IfAny("carried-on"))?,
            referring(names, id, Relation::Body, Kind::Engagement, Says::IfAny("engagements"))?,
        ],
        Facts::Instrument(_) => of_instrument(names, id)?,
        Facts::Section(_) => vec![
            commitments(names, &in_section(id), ROWS_MAX, Says::Empty("commitments"))?,
            referring(names, id, Relation::Continues, Kind::Section, Says::IfAny("carried-on"))?,
        ],
        Facts::Meeting(_) => of_meeting(names, held)?,
    }
    .into_iter()
    .filter(|block| !block.is_silent())
    .collect())
}

fn of_institution(names: &Names<'_>, id: &RecordId) -> Listed {
    let refer = |relation, kind, key| referring(names, id, relation, kind, Says::IfAny(key));
    Ok(vec![
        refer(Relation::Parent, Kind::Institution, "institutions")?,
        terms(names, id, Relation::Institution)?,
        refer(Relation::Institution, Kind::Participation, "took-part")?,
        refer(Relation::By, Kind::Observation, "said")?,
        refer(Relation::By, Kind::Engagement, "engagements")?,
        refer(Relation::OwedBy, Kind::Commitment, "commitments")?,
    ])
}

fn of_instrument(names: &Names<'_>, id: &RecordId) -> Listed {
    let refer = |relation, kind, key| referring(names, id, relation, kind, Says::IfAny(key));
    let mut blocks = sections(names, id)?;
    blocks.push(unsectioned(names, id)?);
    blocks.push(refer(Relation::Parent, Kind::Instrument, "under")?);
    blocks.push(refer(Relation::Continues, Kind::Instrument, "carried-on")?);
    blocks.push(refer(Relation::Instrument, Kind::Engagement, "engagements")?);
    Ok(blocks)
}

/// What belongs to a meeting; sections that are empty in the documents are empty here.
fn of_meeting(names: &Names<'_>, held: &Held) -> Listed {
    let id = &held.record.id;
    let refer = |relation, kind, says| referring(names, id, relation, kind, says);
    Ok(vec![
        meeting::sessions(names, held)?,
        refer(Relation::MadeIn, Kind::Commitment, Says::Empty("commitments"))?,
        refer(Relation::MadeIn, Kind::Recommendation, Says::Empty("made"))?,
        refer(Relation::MadeIn, Kind::Observation, Says::IfAny("said"))?,
        refer(Relation::About, Kind::Commitment, Says::IfAny("concerning"))?,
        meeting::took_part(names, held)?,
        refer(Relation::About, Kind::Figure, Says::IfAny("figures"))?,
        meeting::documents(names, held)?,
    ])
}

/// What a list says of itself.
#[derive(Clone, Copy)]
enum Says<'key> {
    /// It is only there if it has lines.
    IfAny(&'key str),
    /// It is always there.
    Empty(&'key str),
}

fn referring(
    names: &Names<'_>,
    id: &RecordId,
    relation: Relation,
    kind: Kind,
    says: Says<'_>,
) -> Result<Block, RegisterError> {
    let total = names.view.count_referring(id, relation, kind)?;
    let found = names.view.referring_newest(id, relation, kind, ROWS_MAX)?;
    let mut block = listed(names, kind, says, found)?;
    if total > count(ROWS_MAX) {
        block.words.push(Link::plain(only_newest(names, total, kind)));
    }
    Ok(block)
}

/// The commitments that a filter leaves, the newest of them, leading to the list of all.
fn commitments(
    names: &Names<'_>,
    filter: &CommitmentFilter,
    rows: usize,
    says: Says<'_>,
) -> Result<Block, RegisterError> {
    let found = names.view.commitments(names.partnership, filter, 0, rows)?;
    let mut block = listed(names, Kind::Commitment, says, found.records)?;
    if found.total > count(rows) {
        let words = only_newest(names, found.total, Kind::Commitment);
        let path = list::filtered_path(names.partnership, filter);
        block.words.push(Link::to(words, names.path(&path)));
    }
    Ok(block)
}

/// "The newest of 8,000 commitments"
fn only_newest(names: &Names<'_>, total: u64, kind: Kind) -> String {
    let key = format!("count-{}", crate::routes::collection(kind));
    let all = names.locale.say_count(&key, total);
    names.locale.say_about("list-newest-of", &[("count", &all)])
}

fn listed(
    names: &Names<'_>,
    kind: Kind,
    says: Says<'_>,
    mut found: Vec<Held>,
) -> Result<Block, RegisterError> {
    list::order(names.locale, kind, &mut found);
    let rows = found.iter().map(|held| list::row(names, held)).collect::<Result<Vec<Row>, _>>()?;
    let (key, always) = match says {
        Says::IfAny(key) => (key, false),
        Says::Empty(key) => (key, true),
    };
    Ok(Block {
        heading: names.locale.say_code("list", key),
        rows,
        empty: always.then(|| names.locale.say_code("none", key)),
        ..Block::default()
    })
}

fn in_body(id: &RecordId) -> CommitmentFilter {
    CommitmentFilter { body: Some(Placed::In(id.clone())), ..CommitmentFilter::default() }
}

fn in_section(id: &RecordId) -> CommitmentFilter {
    CommitmentFilter { section: Some(Placed::In(id.clone())), ..CommitmentFilter::default() }
}

/// The sections of an instrument, each with the commitments under it.
fn sections(names: &Names<'_>, instrument: &RecordId) -> Listed {
    let mut sections = names.view.referring(instrument, Relation::Instrument, Kind::Section)?;
    list::order(names.locale, Kind::Section, &mut sections);
    let mut blocks = Vec::new();
    for section in &sections {
        let Facts::Section(facts) = &section.record.facts else { continue };
        let (id, says) = (&section.record.id, Says::Empty("commitments"));
        blocks.push(Block {
            heading: format!("{}. {}", facts.number, names.title(section)),
            href: Some(names.href(Kind::Section, id)),
            ..commitments(names, &in_section(id), SECTION_ROWS_MAX, says)?
        });
    }
    Ok(blocks)
}

/// The commitments made in an instrument that stand under none of its sections.
fn unsectioned(names: &Names<'_>, instrument: &RecordId) -> Result<Block, RegisterError> {
    let mut found =
        names.view.referring_newest(instrument, Relation::MadeIn, Kind::Commitment, MADE_IN_MAX)?;
    found.retain(|held| {
        let Facts::Commitment(commitment) = &held.record.facts else { return false };
        commitment.section.is_none()
    });
    list::order(names.locale, Kind::Commitment, &mut found);
    let rows = found.iter().map(|held| list::row(names, held)).collect::<Result<Vec<_>, _>>()?;
    Ok(Block { heading: names.locale.say_code("list", "commitments"), rows, ..Block::default() })
}

/// The posts of a body with who holds them; a post that nobody holds is shown as owed.
fn posts(desk: &Desk, names: &Names<'_>, body: &RecordId) -> Result<Block, RegisterError> {
    let block =
        Posts::new(names, desk.today())?.of(body, names.locale.say_code("list", "posts"))?;
    let words = vec![Link::plain(names.locale.say("bars-legend"))];
    Ok(if block.rows.is_empty() { block } else { Block { words, ..block } })
}

/// The recommendations that a commitment answers.
fn answered(names: &Names<'_>, ids: &[RecordId]) -> Result<Block, RegisterError> {
    let found = names.view.each(ids)?;
    let rows = found.iter().map(|held| list::row(names, held)).collect::<Result<Vec<_>, _>>()?;
    Ok(Block { heading: names.locale.say_code("list", "answered"), rows, ..Block::default() })
}

/// The commitments that answer a recommendation, and what else was answered or is owed.
fn answers(
    names: &Names<'_>,
    id: &RecordId,
    recommendation: &Recommendation,
) -> Result<Block, RegisterError> {
    let block = referring(names, id, Relation::Answers, Kind::Commitment, Says::Empty("answers"))?;
    let words = answer::words(names, recommendation, !block.rows.is_empty())?;
    // What is said in words is not said again.
    let empty = block.empty.clone().filter(|_| words.is_empty());
    Ok(Block { words, empty, ..block })
}

/// A post and its holder, or that it has none.
pub(crate) fn post_row(names: &Names<'_>, post: &Held) -> Result<Row, RegisterError> {
    let terms = names.view.referring(&post.record.id, Relation::Post, Kind::Term)?;
    let mut details = Vec::new();
    for term in terms.iter().rev() {
        let Facts::Term(facts) = &term.record.facts else { continue };
        details.push(names.link(&facts.person)?);
        details.push(Link::plain(names.title(term)));
        details.extend(list::documented(names.locale, facts));
    }
    if details.is_empty() {
        details.push(Link::plain(names.locale.say("no-known-holder")));
    }
    Ok(Row { standing: None, ..names.row(post, details) })
}

fn terms(names: &Names<'_>, id: &RecordId, relation: Relation) -> Result<Block, RegisterError> {
    let mut rows = Vec::new();
    for term in names.view.referring(id, relation, Kind::Term)? {
        let Facts::Term(facts) = &term.record.facts else { continue };
        let mut details = vec![names.link(&facts.post)?];
        if relation != Relation::Person {
            details.push(names.link(&facts.person)?);
        }
        details.extend(list::documented(names.locale, facts));
        rows.push(names.row(&term, details));
    }
    let empty = names.locale.say_code("none", "terms");
    Ok(Block {
        heading: names.locale.say_code("list", "terms"),
        rows,
        empty: (relation == Relation::Post).then_some(empty),
        ..Block::default()
    })
}
