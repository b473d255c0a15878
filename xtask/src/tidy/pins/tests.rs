//! Numbers of migrations, and lines of the list of pins.

use super::{Pin, misnumbered, pin};

fn found(paths: &[&str]) -> usize {
    misnumbered(&paths.iter().map(|path| (*path).to_owned()).collect::<Vec<_>>()).len()
}

#[test]
fn migrations_are_numbered_without_gaps() {
    assert_eq!(found(&["a/migrations/0001-x.sql", "b/migrations/0001-y.sql"]), 0);
    assert_eq!(found(&["a/migrations/0001-x.sql", "a/migrations/0002-y.sql"]), 0);
    assert_eq!(found(&["a/migrations/0001-x.sql", "a/migrations/0003-y.sql"]), 1);
    assert_eq!(found(&["a/migrations/0001-x.sql", "a/migrations/0001-y.sql"]), 1);
    assert_eq!(found(&["a/migrations/1-x.sql"]), 1);
    assert_eq!(found(&["a/migrations/0001-x.txt"]), 1);
}

#[test]
fn a_pin_is_a_digest_and_a_path() {
    let digest = "ab".repeat(32);
    assert_eq!(pin(1, "# words"), Ok(None));
    assert_eq!(pin(1, ""), Ok(None));
    assert_eq!(
        pin(7, &format!("{digest}  a/b.rs")),
        Ok(Some(Pin { line: 7, sha256: &digest, path: "a/b.rs" }))
    );
    assert!(pin(1, "a/b.rs").is_err());
}
