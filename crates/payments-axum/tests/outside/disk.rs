//! The disk is full for a moment: what cannot be stored is not acknowledged, and with room again
//! everything goes on without a restart.

use std::{
    fs::{self, File},
    io::Write,
    path::Path,
    process::Command,
};

use crate::{
    folder::{Folder, skipped},
    provider::deliver,
    reader::Reader,
    shop::{Process, Task},
};

const LATER: u32 = 28;

/// A small file system, unmounted when it is dropped.
struct Disk(Folder);

impl Disk {
    /// `None`: this is not allowed here.
    fn mount() -> Option<Self> {
        let folder = Folder::new();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=8m", "tmpfs"])
            .arg(folder.path())
            .output();
        mounted
            .is_ok_and(|done| done.status.success())
            .then(|| Self(folder))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// Takes all the room there is.
    fn fill(&self) {
        let mut file = File::create(self.path().join("full")).unwrap();
        let mut size = 1 << 20;
        while size > 0 {
            if file.write_all(&vec![0; size]).is_err() {
                size /= 2;
            }
        }
    }

    fn make_room(&self) {
        fs::remove_file(self.path().join("full")).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Lazily: the shop may still hold its files.
        let _ = Command::new("umount").arg("-l").arg(self.path()).output();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disk_that_was_full_for_a_moment_costs_no_later_callback() {
    let Some(disk) = Disk::mount() else {
        return skipped("a full disk", "a small file system cannot be mounted here");
    };
    let journal = disk.0.sqlite();
    let shop = Process::open(&Task::new(journal.clone())).await;
    assert_eq!(deliver(shop.port, "before").await, 200);
    disk.fill();
    let full = deliver(shop.port, "full").await;
    disk.make_room();
    assert_eq!(full, 503, "acknowledged, though there was no room");
    let mut refused = Vec::new();
    for number in 0..LATER {
        let name = format!("later-{number}");
        if deliver(shop.port, &name).await != 200 {
            refused.push(name);
        }
    }
    // The provider delivers again what was not acknowledged.
    let again = deliver(shop.port, "full").await;
    assert!(
        refused.is_empty() && again == 200,
        "{} of {LATER} later callbacks were refused; the one that found no room: {again}",
        refused.len()
    );
    shop.kill();
    let kept = Reader::connect(&journal).await.unwrap().callbacks().await;
    assert_eq!(kept.len(), LATER as usize + 2, "{kept:?}");
}
