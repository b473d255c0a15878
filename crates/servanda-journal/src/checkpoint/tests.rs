//! Checkpoints, against the published form and another implementation.

use super::{Checkpoint, CheckpointError};
use crate::hash::Hash;
use crate::note::{NotAccepted, SignedNote, Signer};
use crate::tree::Head;

const PUBLISHED: &str =
    "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

#[test]
fn the_published_text_is_read_and_printed() {
    let checkpoint = Checkpoint::parse(PUBLISHED).unwrap();
    assert_eq!(checkpoint.origin, "example.com/behind-the-sofa");
    assert_eq!(checkpoint.head.size, 20_852_163);
    assert_eq!(checkpoint.to_string(), PUBLISHED);
    let theirs = tlog_tiles::checkpoint::Checkpoint::from_bytes(PUBLISHED.as_bytes()).unwrap();
    assert_eq!((theirs.size(), theirs.hash().0), (20_852_163, checkpoint.head.root.0));
}

#[test]
fn every_other_text_is_refused() {
    let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    let texts = [
        String::new(),
        "a\n1\n".to_owned(),
        format!("a\n1\n{root}"),
        format!("\n1\n{root}\n"),
        format!("a\n01\n{root}\n"),
        format!("a\n+1\n{root}\n"),
        format!("a\n-1\n{root}\n"),
        format!("a\n1 \n{root}\n"),
        format!("a\n\n{root}\n"),
        format!("a\n4611686018427387905\n{root}\n"),
        format!("a\n99999999999999999999\n{root}\n"),
        format!("a\n0\n{root}\n"),
        format!("a\n1\n{root}\nmore\n"),
        format!("a\n1\n{root}\n\n"),
        format!("a\n1\n{}\n", root.replace("2I=", "2J=")),
        format!("a\n1\n{}\n", root.replace('=', "")),
    ];
    for text in &texts {
        assert_eq!(Checkpoint::parse(text), Err(CheckpointError::Form), "{text:?}");
    }
    let empty = format!("a\n0\n{}\n", Hash::EMPTY_ROOT.to_base64());
    assert_eq!(Checkpoint::parse(&empty).unwrap().head, Head::EMPTY);
}

#[test]
fn a_checkpoint_is_of_the_journal_whose_key_signed_it() {
    let signer = Signer::from_seed("record.example/a", &[3; 32]).unwrap();
    let head = Head { size: 9, root: Hash::of(b"root") };
    let note = Checkpoint::sign(&head, &signer);
    let checkpoint = Checkpoint::open(&note.to_string(), &signer.verifier()).unwrap();
    assert_eq!(checkpoint, Checkpoint { origin: "record.example/a".to_owned(), head });

    let other = Checkpoint { origin: "record.example/b".to_owned(), head };
    let note = SignedNote::sign(&other.to_string(), &signer).to_string();
    assert_eq!(Checkpoint::open(&note, &signer.verifier()), Err(CheckpointError::Origin));

    let stranger = Signer::from_seed("record.example/a", &[4; 32]).unwrap();
    let note = Checkpoint::sign(&head, &stranger).to_string();
    let refused = CheckpointError::NotAccepted(NotAccepted::UnknownKey);
    assert_eq!(Checkpoint::open(&note, &signer.verifier()), Err(refused));
}
