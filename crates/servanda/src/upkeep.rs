//! `servanda rebuild`, `verify`, `retract`, `erase`.

use std::path::Path;

use servanda_actions::{NotDone, RetractRefusal};
use servanda_actions::{Office, erase as erase_text, retract as retract_statement};
use servanda_entry::Ground as ErasureGround;
use servanda_model::{Language, Multilingual, RecordId};
use servanda_register::{Register, RegisterError};
use servanda_store::{Ground, verifier_in, verify_contents, verify_journal};

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
pub(crate) fn verify(asked: &command::Installation) -> Done {
    must_be_installed(&asked.data)?;
    let failed = |error: &(dyn std::error::Error + 'static)| Ended::failure(error);
    let ground = Ground::open(&asked.data.join("ground.db")).map_err(|error| failed(&error))?;
    for journal in ground.journals().map_err(|error| failed(&error))? {
        let verifier = verifier_in(&asked.data.join("keys"), &journal.origin)
            .map_err(|error| failed(&error))?
            .ok_or_else(|| Ended::refused(format!("{}: no key checks it here", journal.origin)))?;
        let verified = verify_journal(&ground, &journal.origin, &verifier)
            .map_err(|error| Ended::refused(format!("{}: {error}", journal.origin)))?;
        say(format!("{}: {} entries verified", journal.origin, verified.entries));
        say(format!("  root {}", verified.root.to_hex()));
        say(format!("  key  {verifier}"));
    }
    let contents = verify_contents(&ground).map_err(|error| failed(&error))?;
    say(format!(
        "{} texts verified, {} erased; {} documents verified",
        contents.parts_present, contents.parts_erased, contents.documents
    ));
    if !is_what_the_journals_say(&asked.data, &ground)? {
        return Err(Ended::refused("the register is not what the journals say")
            .hint("make it again: servanda rebuild --data DIR"));
    }
    say("The register is what the journals say.");
    Ok(())
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
    say(format!("{erased} texts of record {id} are erased. Every proof still holds."));
    Ok(())
}

fn must_be_installed(folder: &Path) -> Done {
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
