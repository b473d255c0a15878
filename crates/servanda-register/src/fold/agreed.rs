//! What the parties agreed to, laid over what was documented.
//!
//! Whether something is agreed is not a matter of the order in which journals are read, so it is
//! judged when all are read, from every entry on the record: [`Verdict`] decides, this writes it
//! down. Before a documented record changes, what lies over it is lifted; the verdict lays it again.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::params;
use servanda_entry::act::{Act, Decoded, decode};
use servanda_entry::{PartReference, Propose, Remark};
use servanda_model::agreement::{Agreed, Effect, Entry as Said, Journals, Proposal, Step, Verdict};
use servanda_model::{Facts, Record, RecordId, Standing};

use super::{Fold, Place, Statement, effect, facts_of, partnership_of, record_of, signed};
use crate::RegisterError;

/// An act of a party on a record, in its place.
pub(super) struct Deed {
    pub(super) origin: String,
    pub(super) index: u64,
    leaf: String,
    /// What its row says of it before it is judged.
    effect: String,
    pub(super) act: Act,
}

impl Deed {
    /// Where it stands: no other act has this name.
    pub(super) fn name(&self) -> String {
        format!("{}#{}", self.origin, self.index)
    }
}

/// An agreed version whose content everyone may read.
struct Visible<'run> {
    deed: &'run Deed,
    propose: &'run Propose,
    seal: &'run Deed,
    /// The entry from which everyone may read it.
    since: u64,
}

/// The past state that was documented last: the one that the first agreed version ended.
const LAST: &str = "until_origin = over_origin AND until = over";

impl Fold<'_> {
    /// Notes the parties of a partnership, and the voice of a party, at their first statement.
    pub(super) fn note_parties(
        &mut self,
        place: &Place<'_>,
        record: &Record,
    ) -> Result<(), RegisterError> {
        let partnership = partnership_of(place.origin);
        if let Facts::Partnership(it) = &record.facts {
            for party in &it.parties {
                self.run(
                    "INSERT INTO parties SELECT ?1, ?2,
                     (SELECT lower(json_extract(facts, '$.code')) FROM records WHERE id = ?2)
                     WHERE NOT EXISTS (SELECT 1 FROM records
                                       WHERE kind = 'partnership' AND partnership = ?1)",
                    params![partnership, party.as_str()],
                )?;
            }
        } else if let Facts::Party(party) = &record.facts {
            self.run(
                "UPDATE parties SET voice = ?3 WHERE partnership = ?1 AND party = ?2",
                params![partnership, record.id.as_str(), party.code.to_lowercase()],
            )?;
        } else {
            return Ok(());
        }
        // Whatever was done before it was known who the parties are is judged again.
        let acted = self.strings(
            "SELECT DISTINCT record FROM acts WHERE word IN
             ('propose', 'accept', 'seal', 'withdraw', 'object', 'reveal', 'dispute',
              'diverge')
             AND origin GLOB ?1",
            &format!("*/{partnership}/*"),
        )?;
        self.joint.extend(acted);
        Ok(())
    }

    /// Judges every record on which parties acted.
    pub(super) fn judge(&mut self) -> Result<(), RegisterError> {
        for record in std::mem::take(&mut self.joint) {
            self.lift(&record)?;
            self.judge_record(&record)?;
        }
        self.joint.clear();
        Ok(())
    }

    fn judge_record(&mut self, record: &str) -> Result<(), RegisterError> {
        let deeds = self.deeds(record)?;
        let Some(partnership) = self.partnership_of_deeds(record, &deeds)? else { return Ok(()) };
        let (deeds, strangers): (Vec<_>, Vec<_>) =
            deeds.into_iter().partition(|deed| partnership_of(&deed.origin) == partnership);
        let unsigned = self.not_signed(&deeds)?;
        let (unsigned, deeds): (Vec<_>, Vec<_>) =
            deeds.into_iter().partition(|deed| unsigned.contains(&deed.name()));
        let origins = origins_by_voice(&deeds);
        let parties: BTreeSet<String> = self.voices(&partnership)?.into_iter().collect();
        let verdict = Verdict::of(&parties, &journals(&deeds, &origins));
        for stranger in &strangers {
            self.note_effect(stranger, effect::NOT_ITS_OWN, &deeds)?;
        }
        for deed in &unsigned {
            self.note_effect(deed, effect::NOT_SIGNED, &deeds)?;
        }
        let mut judged: BTreeMap<&str, std::slice::Iter<'_, Effect>> = verdict
            .effects
            .iter()
            .map(|(voice, effects)| (voice.as_str(), effects.iter()))
            .collect();
        for deed in &deeds {
            let voice = voice_of(&deed.origin);
            let effect = if origins.get(voice) != Some(&deed.origin.as_str()) {
                effect::NOT_ITS_OWN
            } else if matches!(deed.act, Act::Reveal(_)) {
                effect_of_revealing(deed, &deeds)
            } else if let Act::Dispute(remark) | Act::Diverge(remark) = &deed.act {
                self.effect_of_remarking(voice, remark, &parties)?
            } else {
                let effect = judged.get_mut(voice).and_then(Iterator::next);
                effect.map_or(effect::WAITING, |effect| word_for(*effect))
            };
            self.note_effect(deed, effect, &deeds)?;
        }
        self.write_proposals(record, &partnership, &deeds, &verdict)?;
        self.lay(record, &deeds, &verdict.agreed)
    }

    /// A remark counts where a party makes it about something that was said of the record.
    fn effect_of_remarking(
        &self,
        voice: &str,
        remark: &Remark,
        parties: &BTreeSet<String>,
    ) -> Result<&'static str, RegisterError> {
        if !parties.contains(voice) {
            return Ok(effect::NOT_PARTY);
        }
        let about = self.strings("SELECT record FROM acts WHERE leaf = ?1", &remark.leaf)?;
        let is_known = about.iter().any(|record| record == remark.record.as_str());
        Ok(if is_known { effect::EFFECTIVE } else { effect::WAITING })
    }

    /// Whether parties acted on a record.
    pub(super) fn has_deeds(&self, record: &str) -> Result<bool, RegisterError> {
        let sql = "SELECT word FROM acts WHERE record = ?1 AND word NOT IN
                   ('', 'state', 'retract', 'erase') LIMIT 1";
        Ok(!self.strings(sql, record)?.is_empty())
    }

    /// Every act of a party on a record, journal by journal in their order.
    fn deeds(&self, record: &str) -> Result<Vec<Deed>, RegisterError> {
        let rows: Vec<(String, i64, String, String)> = self
            .tx
            .prepare_cached(
                "SELECT origin, entry, leaf, effect FROM acts WHERE record = ?1 AND word IN
                 ('propose', 'accept', 'seal', 'withdraw', 'object', 'reveal', 'dispute',
              'diverge')
                 ORDER BY origin, entry",
            )
            .and_then(|mut found| {
                found
                    .query_map([record], |row| {
                        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
                    })?
                    .collect()
            })
            .map_err(|source| self.sql(source))?;
        let mut deeds = Vec::with_capacity(rows.len());
        for (origin, index, leaf, effect) in rows {
            let index = u64::try_from(index).unwrap_or(0);
            for entry in self.ground.entries(&origin, index, 1)? {
                if let Ok(Decoded::Act(act)) = decode(&entry.bytes) {
                    let (origin, leaf, effect) = (origin.clone(), leaf.clone(), effect.clone());
                    deeds.push(Deed { origin, index, leaf, effect, act });
                }
            }
        }
        Ok(deeds)
    }

    /// The partnership a record belongs to: that of its statement, or of the first act on it.
    fn partnership_of_deeds(
        &self,
        record: &str,
        deeds: &[Deed],
    ) -> Result<Option<String>, RegisterError> {
        let stated = self.strings("SELECT partnership FROM records WHERE id = ?1", record)?;
        let first = deeds.first().map(|deed| partnership_of(&deed.origin).to_owned());
        Ok(stated.into_iter().next().or(first))
    }

    /// The voices of the parties; none as long as one of them is not known.
    fn voices(&self, partnership: &str) -> Result<Vec<String>, RegisterError> {
        self.strings(
            "SELECT voice FROM parties WHERE partnership = ?1 AND NOT EXISTS
             (SELECT 1 FROM parties WHERE partnership = ?1 AND voice IS NULL)",
            partnership,
        )
    }

    fn strings(&self, sql: &str, value: &str) -> Result<Vec<String>, RegisterError> {
        self.tx
            .prepare_cached(sql)
            .and_then(|mut found| found.query_map([value], |row| row.get(0))?.collect())
            .map_err(|source| self.sql(source))
    }

    fn note_effect(
        &self,
        deed: &Deed,
        effect: &'static str,
        deeds: &[Deed],
    ) -> Result<(), RegisterError> {
        if deed.effect == effect {
            return Ok(());
        }
        self.run(
            "UPDATE acts SET effect = ?3 WHERE origin = ?1 AND entry = ?2",
            params![deed.origin, signed(deed.index), effect],
        )?;
        let Act::Seal(seal) = &deed.act else { return Ok(()) };
        let proposed = deeds.iter().find(|it| it.leaf == seal.proposal).and_then(proposing);
        let kind = proposed.map(|(_, propose)| propose.kind);
        if let Some(kind) = kind.filter(|_| effect == effect::EFFECTIVE) {
            self.run(
                "INSERT INTO recorded (partnership, at, word, kind, count)
                 VALUES (?1, ?2, 'seal', ?3, 1) ON CONFLICT DO UPDATE SET count = count + 1",
                params![partnership_of(&deed.origin), seal.at, kind.code()],
            )?;
        }
        Ok(())
    }

    fn write_proposals(
        &self,
        record: &str,
        partnership: &str,
        deeds: &[Deed],
        verdict: &Verdict<String, String>,
    ) -> Result<(), RegisterError> {
        self.run(
            "DELETE FROM answers WHERE proposal IN (SELECT leaf FROM proposals WHERE record = ?1)",
            [record],
        )?;
        self.run("DELETE FROM proposals WHERE record = ?1", [record])?;
        for proposal in &verdict.proposals {
            let proposed = deeds
                .iter()
                .find(|deed| deed.leaf == proposal.leaf && voice_of(&deed.origin) == proposal.by);
            let Some((deed, propose)) = proposed.and_then(proposing) else { continue };
            let agreed = verdict
                .agreed
                .iter()
                .find(|agreed| agreed.by == proposal.by && agreed.proposal == proposal.leaf);
            let seal = agreed.map(|agreed| agreed.seal.as_str());
            self.write_proposal(partnership, (deed, propose, proposal), seal, deeds)?;
            for answer in deeds {
                self.write_answer(answer, proposal)?;
            }
        }
        Ok(())
    }

    fn write_proposal(
        &self,
        partnership: &str,
        (deed, propose, proposal): (&Deed, &Propose, &Proposal<String, String>),
        seal: Option<&str>,
        deeds: &[Deed],
    ) -> Result<(), RegisterError> {
        self.run(
            "INSERT OR REPLACE INTO proposals (origin, entry, leaf, partnership, record, kind,
             voice, account, at, base, content, progress, seal, is_public)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
            params![
                deed.origin,
                signed(deed.index),
                deed.leaf,
                partnership,
                propose.record.as_str(),
                propose.kind.code(),
                proposal.by,
                propose.account,
                propose.at,
                propose.base,
                propose.content().unwrap_or_default(),
                proposal.progress.code(),
                seal,
                readable_since(deed, propose, deeds).is_some(),
            ],
        )
    }

    /// Writes an acceptance of the proposal that counts, or an objection to it.
    fn write_answer(
        &self,
        deed: &Deed,
        proposal: &Proposal<String, String>,
    ) -> Result<(), RegisterError> {
        let voice = voice_of(&deed.origin);
        let is_answer = match deed.act.word() {
            "accept" => proposal.accepted.get(voice) == Some(&deed.leaf),
            "object" => proposal.objected.contains(voice),
            _another => false,
        };
        let counts = is_answer && deed.act.proposal() == Some(&proposal.leaf);
        if !counts {
            return Ok(());
        }
        self.run(
            "INSERT OR REPLACE INTO answers (origin, entry, leaf, word, proposal, voice, account, at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                deed.origin,
                signed(deed.index),
                deed.leaf,
                deed.act.word(),
                proposal.leaf,
                voice,
                deed.act.account(),
                deed.act.at(),
            ],
        )
    }

    /// Lays the agreed versions that everyone may read over what is documented, the last on top.
    fn lay(
        &mut self,
        record: &str,
        deeds: &[Deed],
        agreed: &[Agreed<String, String>],
    ) -> Result<(), RegisterError> {
        let visible: Vec<Visible<'_>> =
            agreed.iter().filter_map(|agreed| visible(agreed, deeds)).collect();
        let Ok(id) = RecordId::parse(record) else { return Ok(()) };
        let mut is_first = true;
        let erased = if visible.is_empty() { BTreeSet::new() } else { self.erased_parts(record)? };
        for version in visible {
            let mut parts = self.held_parts(&version.propose.parts)?;
            for (part, _, bytes) in &mut parts {
                // A crash may have left a copy of what is erased.
                *bytes = bytes.take().filter(|_| !erased.contains(&part.commitment));
            }
            let said = record_of(&id, &parts).ok();
            let Some(said) = said.filter(|said| said.kind() == version.propose.kind) else {
                continue;
            };
            let origin = version.deed.origin.as_str();
            self.keep_as_past(record, origin, version.since)?;
            self.clear(record)?;
            if std::mem::take(&mut is_first) {
                self.run(
                    "UPDATE past_records SET over_origin = ?2, over = ?3 WHERE id = ?1",
                    params![record, origin, signed(version.since)],
                )?;
            }
            let place =
                Place { origin, index: version.seal.index, leaf: version.seal.leaf.clone() };
            let statement = Statement {
                place: &place,
                since: version.since,
                at: version.seal.act.at(),
                standing: Standing::Agreed,
                facts: &facts_of(&parts),
            };
            self.write_record(&statement, &said)?;
            self.write_parts(record, &parts)?;
            self.write_links(&said)?;
            self.touched.insert(record.to_owned());
        }
        Ok(())
    }

    /// The parts of a record that effective acts erased.
    fn erased_parts(&self, record: &str) -> Result<BTreeSet<String>, RegisterError> {
        let rows: Vec<(String, i64)> = self
            .tx
            .prepare_cached(
                "SELECT origin, entry FROM acts WHERE record = ?1 AND word = 'erase'
                 AND effect = 'effective'",
            )
            .and_then(|mut found| {
                found.query_map([record], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
            })
            .map_err(|source| self.sql(source))?;
        let mut erased = BTreeSet::new();
        for (origin, index) in rows {
            for entry in self.ground.entries(&origin, crate::view::unsigned(index), 1)? {
                if let Ok(Decoded::Act(Act::Erase(erase))) = decode(&entry.bytes) {
                    erased.insert(erase.part);
                }
            }
        }
        Ok(erased)
    }

    /// Takes away what lies over a documented record, so that it is as its journal says; the verdict
    /// will lay it again.
    pub(super) fn lift(&mut self, record: &str) -> Result<(), RegisterError> {
        let standing = self.strings("SELECT standing FROM records WHERE id = ?1", record)?;
        if !standing.iter().any(|standing| standing == Standing::Agreed.code()) {
            return Ok(());
        }
        self.joint.insert(record.to_owned());
        self.touched.insert(record.to_owned());
        self.clear(record)?;
        self.forget_past(record, "standing = 'agreed'")?;
        for restore in [
            "INSERT INTO records (id, kind, partnership, standing, origin, entry, leaf, at, day, due,
             facts, since) SELECT id, kind, partnership, standing, origin, entry, leaf, at, day, due,
             facts, since FROM past_records WHERE id = ?1 AND ",
            "INSERT INTO texts SELECT record, role, language, text FROM past_texts
             JOIN past_records USING (origin, since) WHERE record = ?1 AND id = record AND ",
            "INSERT INTO parts SELECT record, role, language, media, commitment, held
             FROM past_parts JOIN past_records USING (origin, since)
             WHERE record = ?1 AND id = record AND ",
            "INSERT INTO links SELECT source, relation, position, target, past_links.kind
             FROM past_links JOIN past_records USING (origin, since)
             WHERE source = ?1 AND id = source AND ",
            "INSERT INTO lenses SELECT record, lens FROM past_lenses
             JOIN past_records USING (origin, since) WHERE record = ?1 AND id = record AND ",
            "INSERT INTO passages SELECT record, position, document, NULL, NULL
             FROM past_passages JOIN past_records USING (origin, since)
             WHERE record = ?1 AND id = record AND ",
        ] {
            self.run(&format!("{restore}{LAST}"), [record])?;
        }
        self.forget_past(record, LAST)?;
        self.run("UPDATE past_records SET over_origin = NULL, over = NULL WHERE id = ?1", [record])
    }

    /// Deletes the past states of a record for which a condition holds.
    fn forget_past(&self, record: &str, condition: &str) -> Result<(), RegisterError> {
        for (table, column) in [
            ("past_texts", "record"),
            ("past_parts", "record"),
            ("past_links", "source"),
            ("past_lenses", "record"),
            ("past_passages", "record"),
            ("past_records", "id"),
        ] {
            self.run(
                &format!(
                    "DELETE FROM {table} WHERE {column} = ?1 AND (origin, since) IN
                     (SELECT origin, since FROM past_records WHERE id = ?1 AND {condition})"
                ),
                [record],
            )?;
        }
        Ok(())
    }
}

/// The journal of each voice; of two of one name, the first in the order of bytes.
fn origins_by_voice(deeds: &[Deed]) -> BTreeMap<&str, &str> {
    let mut origins = BTreeMap::new();
    for deed in deeds {
        origins.entry(voice_of(&deed.origin)).or_insert(deed.origin.as_str());
    }
    origins
}

/// The voice of a journal: the last segment of its origin.
fn voice_of(origin: &str) -> &str {
    origin.rsplit('/').next().unwrap_or_default()
}

/// The acts as the verdict reads them. To reveal a text changes nothing about agreement.
fn journals(deeds: &[Deed], origins: &BTreeMap<&str, &str>) -> Journals<String, String> {
    let mut journals = Journals::new();
    for deed in deeds {
        let voice = voice_of(&deed.origin);
        if origins.get(voice) != Some(&deed.origin.as_str()) {
            continue;
        }
        let Some(step) = step(&deed.act) else { continue };
        let entries: &mut Vec<_> = journals.entry(voice.to_owned()).or_default();
        entries.push(Said { leaf: deed.leaf.clone(), step });
    }
    journals
}

fn step(act: &Act) -> Option<Step<String, String>> {
    Some(match act {
        Act::Propose(it) => {
            Step::Propose { base: it.base.clone(), content: it.content().unwrap_or_default() }
        }
        Act::Accept(it) => Step::Accept {
            base: it.base.clone(),
            of: it.of.clone(),
            proposal: it.proposal.clone(),
            content: it.content.clone(),
        },
        Act::Seal(it) => {
            Step::Seal { proposal: it.proposal.clone(), acceptances: it.acceptances.clone() }
        }
        Act::Withdraw(it) => Step::Withdraw { proposal: it.proposal.clone() },
        Act::Object(it) => Step::Object { of: it.of.clone(), proposal: it.proposal.clone() },
        Act::Reveal(_)
        | Act::Dispute(_)
        | Act::Diverge(_)
        | Act::State(_)
        | Act::Retract(_)
        | Act::Erase(_)
        | Act::Key(_)
        | Act::Revoke(_) => return None,
    })
}

fn proposing(deed: &Deed) -> Option<(&Deed, &Propose)> {
    let Act::Propose(propose) = &deed.act else { return None };
    Some((deed, propose))
}

fn visible<'run>(agreed: &Agreed<String, String>, deeds: &'run [Deed]) -> Option<Visible<'run>> {
    let of = |leaf: &str| {
        deeds.iter().find(|deed| deed.leaf == leaf && voice_of(&deed.origin) == agreed.by)
    };
    let (deed, propose) = of(&agreed.proposal).and_then(proposing)?;
    let seal = of(&agreed.seal)?;
    let since = readable_since(deed, propose, deeds)?.max(seal.index);
    Some(Visible { deed, propose, seal, since })
}

/// The entry of its journal from which everyone may read a proposal.
fn readable_since(deed: &Deed, propose: &Propose, deeds: &[Deed]) -> Option<u64> {
    if propose.parts.iter().all(PartReference::is_public) {
        return Some(deed.index);
    }
    let reveals = |it: &&Deed| {
        it.origin == deed.origin
            && it.index > deed.index
            && matches!(&it.act, Act::Reveal(reveal) if reveal.leaf == deed.leaf)
    };
    deeds.iter().find(reveals).map(|reveal| reveal.index)
}

fn effect_of_revealing(deed: &Deed, deeds: &[Deed]) -> &'static str {
    let Act::Reveal(reveal) = &deed.act else { return effect::UNKNOWN };
    let is_known = deeds
        .iter()
        .any(|it| it.origin == deed.origin && it.index < deed.index && it.leaf == reveal.leaf);
    if is_known { effect::EFFECTIVE } else { effect::UNKNOWN }
}

fn word_for(found: Effect) -> &'static str {
    match found {
        Effect::Effective => effect::EFFECTIVE,
        Effect::Waiting => effect::WAITING,
        Effect::Stale => effect::STALE,
        Effect::Blocked => effect::BLOCKED,
        Effect::Late => effect::LATE,
        Effect::Mismatch => effect::MISMATCH,
        Effect::NotParty => effect::NOT_PARTY,
    }
}
