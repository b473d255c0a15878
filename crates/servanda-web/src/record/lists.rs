//! What belongs to a record: the commitments of a body, the sessions of a meeting, the terms of a
//! post.

use servanda_model::{Facts, Kind, RecordId, Relation};
use servanda_register::{Held, RegisterError};

use crate::block::{Block, Link, Names, Row};
use crate::list;

type Listed = Result<Vec<Block>, RegisterError>;

/// The lists of a record's page, in the order of the page.
pub(super) fn of(names: &Names<'_>, held: &Held) -> Listed {
    let id = &held.record.id;
    Ok(match &held.record.facts {
        // A figure is drawn with its whole and its parts.
        Facts::Partnership(_)
        | Facts::Term(_)
        | Facts::Participation(_)
        | Facts::Figure(_)
        | Facts::Document(_) => Vec::new(),
        Facts::Commitment(_) => vec![
            referring(names, id, Relation::Continues, Kind::Commitment, Says::IfAny("carried-on"))?,
            referring(names, id, Relation::About, Kind::Observation, Says::IfAny("said"))?,
        ],
        Facts::Recommendation(_) => vec![
            referring(names, id, Relation::Answers, Kind::Commitment, Says::Empty("answers"))?,
            referring(names, id, Relation::About, Kind::Observation, Says::IfAny("said"))?,
        ],
        Facts::Observation(_) => {
            vec![referring(names, id, Relation::About, Kind::Observation, Says::IfAny("said"))?]
        }
        Facts::Engagement(_) => {
            vec![referring(names, id, Relation::About, Kind::Figure, Says::IfAny("figures"))?]
        }
        Facts::Party(_) => vec![
            referring(names, id, Relation::Party, Kind::Institution, Says::IfAny("institutions"))?,
            referring(names, id, Relation::OwedBy, Kind::Commitment, Says::IfAny("commitments"))?,
        ],
        Facts::Institution(_) => vec![
            referring(names, id, Relation::Parent, Kind::Institution, Says::IfAny("institutions"))?,
            terms(names, id, Relation::Institution)?,
            referring(
                names,
                id,
                Relation::Institution,
                Kind::Participation,
                Says::IfAny("took-part"),
            )?,
            referring(names, id, Relation::By, Kind::Observation, Says::IfAny("said"))?,
            referring(names, id, Relation::By, Kind::Engagement, Says::IfAny("engagements"))?,
            referring(names, id, Relation::OwedBy, Kind::Commitment, Says::IfAny("commitments"))?,
        ],
        Facts::Person => vec![
            terms(names, id, Relation::Person)?,
            referring(names, id, Relation::Person, Kind::Participation, Says::IfAny("took-part"))?,
        ],
        Facts::Post(_) => vec![terms(names, id, Relation::Post)?],
        Facts::Body(_) => vec![
            posts(names, id)?,
            referring(names, id, Relation::Body, Kind::Commitment, Says::Empty("commitments"))?,
            referring(names, id, Relation::Body, Kind::Meeting, Says::Empty("meetings"))?,
            referring(names, id, Relation::To, Kind::Recommendation, Says::IfAny("addressed"))?,
            referring(names, id, Relation::By, Kind::Recommendation, Says::IfAny("made"))?,
            referring(names, id, Relation::Parent, Kind::Body, Says::IfAny("parts"))?,
            referring(names, id, Relation::Continues, Kind::Body, Says::IfAny("carried-on"))?,
            referring(names, id, Relation::Body, Kind::Engagement, Says::IfAny("engagements"))?,
        ],
        Facts::Instrument(_) => {
            let mut blocks = sections(names, id)?;
            blocks.push(unsectioned(names, id)?);
            let under = Says::IfAny("under");
            blocks.push(referring(names, id, Relation::Parent, Kind::Instrument, under)?);
            let on = Says::IfAny("carried-on");
            blocks.push(referring(names, id, Relation::Continues, Kind::Instrument, on)?);
            let engagements = Says::IfAny("engagements");
            let under = Relation::Instrument;
            blocks.push(referring(names, id, under, Kind::Engagement, engagements)?);
            blocks
        }
        Facts::Section(_) => vec![
            referring(names, id, Relation::Section, Kind::Commitment, Says::Empty("commitments"))?,
            referring(names, id, Relation::Continues, Kind::Section, Says::IfAny("carried-on"))?,
        ],
        Facts::Meeting(_) => vec![
            referring(names, id, Relation::Parent, Kind::Meeting, Says::IfAny("sessions"))?,
            referring(names, id, Relation::MadeIn, Kind::Commitment, Says::Empty("commitments"))?,
            referring(names, id, Relation::MadeIn, Kind::Recommendation, Says::IfAny("made"))?,
            referring(names, id, Relation::MadeIn, Kind::Observation, Says::IfAny("said"))?,
            referring(names, id, Relation::About, Kind::Commitment, Says::IfAny("concerning"))?,
            referring(names, id, Relation::About, Kind::Figure, Says::IfAny("figures"))?,
            referring(names, id, Relation::Meeting, Kind::Participation, Says::IfAny("took-part"))?,
        ],
    }
    .into_iter()
    .filter(|block| !block.rows.is_empty() || block.empty.is_some())
    .collect())
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
    let mut found = names.view.referring(id, relation, kind)?;
    list::order(names.locale, kind, &mut found);
    let rows = found
        .iter()
        .map(|held| list::row(names, held))
        .collect::<Result<Vec<Row>, RegisterError>>()?;
    let (key, always) = match says {
        Says::IfAny(key) => (key, false),
        Says::Empty(key) => (key, true),
    };
    Ok(Block {
        heading: names.locale.say_code("list", key),
        href: None,
        rows,
        empty: always.then(|| names.locale.say_code("none", key)),
    })
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
            ..referring(names, id, Relation::Section, Kind::Commitment, says)?
        });
    }
    Ok(blocks)
}

/// The commitments made in an instrument that stand under none of its sections.
fn unsectioned(names: &Names<'_>, instrument: &RecordId) -> Result<Block, RegisterError> {
    let mut found = names.view.referring(instrument, Relation::MadeIn, Kind::Commitment)?;
    found.retain(|held| {
        let Facts::Commitment(commitment) = &held.record.facts else { return false };
        commitment.section.is_none()
    });
    list::order(names.locale, Kind::Commitment, &mut found);
    let rows = found.iter().map(|held| list::row(names, held)).collect::<Result<Vec<_>, _>>()?;
    Ok(Block { heading: names.locale.say_code("list", "commitments"), rows, ..Block::default() })
}

/// The posts of a body with who holds them; a post that nobody holds is shown as owed.
fn posts(names: &Names<'_>, body: &RecordId) -> Result<Block, RegisterError> {
    let mut posts = names.view.referring(body, Relation::Body, Kind::Post)?;
    list::order(names.locale, Kind::Post, &mut posts);
    let rows = posts.iter().map(|post| post_row(names, post)).collect::<Result<Vec<_>, _>>()?;
    Ok(Block { heading: names.locale.say_code("list", "posts"), rows, ..Block::default() })
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
        href: None,
        rows,
        empty: (relation == Relation::Post).then_some(empty),
    })
}
