//! `servanda rebuild`, `verify`, `retract`, `erase`.

use std::path::Path;

use servanda_actions::{NotDone, RetractRefusal};
use servanda_actions::{Office, erase as erase_text, retract as retract_statement};
use servanda_entry::Ground as ErasureGround;
use servanda_model::{Language, Multilingual, RecordId};
use servanda_register::{Register, RegisterError};
use servanda_store::{
    Ground, JournalHead, Verifier, last_signed_in, verifier_in, verify_contents, verify_journal,
    verify_since,
};

use crate::outcome::{Done, Ended, say};
use crate::serve::{open, refresh_index};
use crate::{command, world};

pub(crate) fn rebuild(asked: &command::Installation) -> Done {
    must_be_installed(&asked.data)?;
    Office::rebuild(&asked.data).map_err(|error| Ended::failure(&error))?;
    let office = open(&asked.data)?;
    refresh_index(&office)?;
    say(format!(
        "The register was made again. Digest of its contents: {}",
        digest(office.register())?
    ));
    Ok(())
}

/// Only looks: it may run while the installation is served.
pub(crate) fn verify(asked: &command::Verify) -> Done {
    let data = &asked.installation.data;
    must_be_installed(data)?;
    let failed = |error: &(dyn std::error::Error + 'static)| Ended::failure(error);
    let ground = Ground::open(&data.join("ground.db")).map_err(|error| failed(&error))?;
    let keys = asked.keys.iter().map(|key| parse_key(key)).collect::<Result<Vec<_>, _>>()?;
    for journal in ground.journals().map_err(|error| failed(&error))? {
        let verifier = check_journal(data, &ground, &journal, &keys)?;
        for path in &asked.since {
            check_since(&ground, &journal.origin, path, &verifier)?;
        }
    }
    let contents = verify_contents(&ground).map_err(|error| failed(&error))?;
    say(format!(
        "texts verified: {}, erased: {}; documents verified: {}",
        contents.parts_present, contents.parts_erased, contents.documents
    ));
    if !is_what_the_journals_say(data, &ground)? {
        return Err(Ended::refused("the register is not what the journals say")
            .hint("make it again: servanda rebuild --data DIR"));
    }
    say("The register is what the journals say.");
    Ok(())
}

/// Checks that a journal begins with the entries of a checkpoint that somebody kept; one of another
/// journal is passed over.
fn check_since(ground: &Ground, origin: &str, path: &Path, verifier: &Verifier) -> Done {
    let named =
        |what: &dyn std::fmt::Display| Ended::refused(format!("{}: {what}", path.display()));
    let kept = std::fs::read_to_string(path).map_err(|error| named(&error))?;
    if kept.lines().next() != Some(origin) {
        say(format!("{}: not a checkpoint of {origin}, passed over", path.display()));
        return Ok(());
    }
    let head = verify_since(ground, &kept, verifier).map_err(|error| named(&error))?;
    say(format!("  begins with the {} entries of {}", head.size, path.display()));
    Ok(())
}

/// Verifies one journal, and that it is not older than what was signed; returns the key it used.
fn check_journal(
    data: &Path,
    ground: &Ground,
    journal: &JournalHead,
    keys: &[Verifier],
) -> Result<Verifier, Ended> {
    let origin = &journal.origin;
    let folder = data.join("keys");
    let signed = last_signed_in(&folder, origin).map_err(|error| Ended::failure(&error))?;
    if let Some(signed) = signed.filter(|signed| signed.size > journal.head.size) {
        let (was, is) = (signed.size, journal.head.size);
        return Err(Ended::refused(format!("{origin}: {was} entries were signed, {is} are here"))
            .hint("an older copy of ground.db is in place: put the newest one back"));
    }
    let given = keys.iter().find(|key| key.name() == origin).cloned();
    let verifier = match given {
        Some(given) => Some(given),
        None => verifier_in(&folder, origin).map_err(|error| Ended::failure(&error))?,
    };
    let verifier = verifier.ok_or_else(|| {
        Ended::refused(format!("{origin}: there is no key to check it with"))
            .hint("give the key with --key, as the journal's page shows it")
    })?;
    let verified = verify_journal(ground, origin, &verifier)
        .map_err(|error| Ended::refused(format!("{origin}: {error}")))?;
    say(format!("{origin}: entries verified: {}", verified.entries));
    say(format!("  root {}", verified.root.to_hex()));
    say(format!("  key  {verifier}"));
    Ok(verifier)
}

fn parse_key(text: &str) -> Result<Verifier, Ended> {
    Verifier::parse(text).map_err(|error| {
        Ended::refused(format!("'{text}' is not a key: {error}"))
            .hint("copy it from the journal's page, whole")
    })
}

/// Compares the register with one made afresh beside it, and removes that one.
fn is_what_the_journals_say(data: &Path, ground: &Ground) -> Result<bool, Ended> {
    let derived = data.join("derived");
    let compared = || -> Result<bool, RegisterError> {
        let kept = Register::open(&derived.join("register.db"), ground)?.digest()?;
        let fresh = derived.join("verify.db");
        Register::rebuild(&fresh, ground)?;
        Ok(Register::open(&fresh, ground)?.digest()? == kept)
    };
    let same = compared().map_err(|error| Ended::failure(&error));
    for left in ["verify.db", "verify.db-wal", "verify.db-shm"] {
        let path = derived.join(left);
        if path.exists() {
            std::fs::remove_file(&path)
                .map_err(|error| Ended::failed(format!("{}: {error}", path.display())))?;
        }
    }
    same
}

pub(crate) fn retract(asked: &command::Retract) -> Done {
    must_be_installed(&asked.installation.data)?;
    let id = record_id(&asked.record)?;
    let reason: Multilingual = [
        (Language::English, &asked.reason_en),
        (Language::French, &asked.reason_fr),
        (Language::Spanish, &asked.reason_es),
    ]
    .into_iter()
    .filter_map(|(language, reason)| Some((Some(language), reason.clone()?)))
    .collect();
    let office = open(&asked.installation.data)?;
    world::as_operator(|by| retract_statement(&office, &id, &reason, by)).map_err(|not_done| {
        match not_done {
            NotDone::Refused(RetractRefusal::NoReason) => Ended::refused(RetractRefusal::NoReason)
                .hint("give it with --reason-en, --reason-fr, --reason-es"),
            other @ (NotDone::Refused(_) | NotDone::Failed(_)) => Ended::not_done(other),
        }
    })?;
    refresh_index(&office)?;
    say(format!("Record {id} is retracted. It stays visible, with the reason."));
    Ok(())
}

pub(crate) fn erase(asked: &command::Erase) -> Done {
    must_be_installed(&asked.installation.data)?;
    let id = record_id(&asked.record)?;
    let ground = ErasureGround::find(&asked.ground).ok_or_else(|| {
        let known: Vec<&str> = ErasureGround::ALL.iter().map(|ground| ground.code()).collect();
        Ended::refused(format!("'{}' is not a ground for erasure", asked.ground))
            .hint(format!("use one of: {}", known.join(", ")))
    })?;
    let office = open(&asked.installation.data)?;
    let erased = world::as_operator(|by| erase_text(&office, &id, &asked.text, ground, by))
        .map_err(Ended::not_done)?;
    refresh_index(&office)?;
    say(format!("texts of record {id} erased: {erased}. Every proof still holds."));
    Ok(())
}

pub(crate) fn must_be_installed(folder: &Path) -> Done {
    if folder.join("ground.db").is_file() {
        return Ok(());
    }
    Err(Ended::refused(format!("{}: no installation is here", folder.display()))
        .hint("name the folder of the installation with --data"))
}

fn record_id(text: &str) -> Result<RecordId, Ended> {
    RecordId::parse(text)
        .map_err(|error| Ended::refused(error).hint("it is the last part of the record's address"))
}

fn digest(register: &Register) -> Result<String, Ended> {
    register.digest().map_err(|error| Ended::failure(&error))
}
