//! Many documents read at once, and handed on in their order.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, sync_channel};

use crate::outcome::{Done, Ended};

/// Documents that a reader may be ahead of what is handed on: what is held in memory is no more than
/// this many for each reader.
const AHEAD_MAX: usize = 4;

/// Reads each document with one of so many readers, and hands on what came of it, in the order of
/// the documents. Ends with the first document that cannot be handed on.
pub(super) fn each<T: Send>(
    documents: &[PathBuf],
    readers: usize,
    read: impl Fn(&PathBuf) -> T + Sync,
    mut hand_on: impl FnMut(&PathBuf, T) -> Done,
) -> Done {
    let readers = readers.clamp(1, documents.len().max(1));
    std::thread::scope(|threads| {
        // Each reader takes every so-manieth document, so their order is the order of the readers.
        let results: Vec<Receiver<T>> = (0..readers)
            .map(|first| {
                let (send, receive) = sync_channel(AHEAD_MAX);
                let read = &read;
                threads.spawn(move || {
                    for document in documents.iter().skip(first).step_by(readers) {
                        if send.send(read(document)).is_err() {
                            break;
                        }
                    }
                });
                receive
            })
            .collect();
        for (document, result) in documents.iter().zip(results.iter().cycle()) {
            let result = result.recv().map_err(|_gone| {
                Ended::failed(format!("{}: its reader ended", document.display()))
            })?;
            hand_on(document, result)?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_handed_on_in_their_order_by_any_number_of_readers() {
        let documents: Vec<PathBuf> = (0..50).map(|it| PathBuf::from(it.to_string())).collect();
        for readers in [0, 1, 2, 7, 100] {
            let mut handed = Vec::new();
            each(&documents, readers, PathBuf::clone, |asked, read| {
                assert_eq!(*asked, read);
                handed.push(read);
                Ok(())
            })
            .unwrap();
            assert_eq!(handed, documents);
        }
    }

    #[test]
    fn where_one_cannot_be_handed_on_no_more_are_and_nobody_waits() {
        let documents: Vec<PathBuf> = (0..500).map(|it| PathBuf::from(it.to_string())).collect();
        let mut handed = 0;
        let ended = each(&documents, 3, PathBuf::clone, |_, _| {
            handed += 1;
            if handed == 5 { Err(Ended::failed("full")) } else { Ok(()) }
        });
        assert!(ended.is_err());
        assert_eq!(handed, 5);
    }

    #[test]
    fn no_documents_are_none() {
        each(&[], 4, PathBuf::clone, |_, _| Err(Ended::failed("there is one"))).unwrap();
    }
}
