//! An example in a process of its own: started, asked by HTTP, killed.

use std::{
    env,
    ffi::OsString,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use payments::{Timeouts, provider::http::client};
use tokio::time::sleep;

pub(crate) struct Program {
    path: PathBuf,
    pub(crate) address: String,
    running: Option<Child>,
}

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
    }
}

impl Program {
    /// An example, at an address that is free. `None`: it was not built.
    pub(crate) fn of_example(name: &str) -> Option<Self> {
        let test = env::current_exe().unwrap();
        let folder = test.parent().and_then(Path::parent).unwrap();
        let path = folder.join("examples").join(name);
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        path.is_file().then(|| Self {
            path,
            address: free.local_addr().unwrap().to_string(),
            running: None,
        })
    }

    /// Starts it, and waits until it answers.
    pub(crate) async fn open(&mut self, arguments: &[OsString]) {
        let running = Command::new(&self.path)
            .args(arguments)
            .stdout(Stdio::null())
            .spawn();
        self.running = Some(running.unwrap());
        let url = format!("http://{}/", self.address);
        let http = http(&url);
        // Any answer will do.
        while http.get(&url).send().await.is_err() {
            sleep(Duration::from_millis(50)).await;
        }
    }

    /// SIGKILL.
    pub(crate) fn kill(&mut self) {
        if let Some(mut running) = self.running.take() {
            let _ = running.kill();
            let _ = running.wait();
        }
    }

    /// The text of a success.
    pub(crate) async fn posts(&self, path: &str) -> Option<String> {
        let url = format!("http://{}{path}", self.address);
        let answer = http(&url).post(url).send().await.ok()?;
        let answer = answer.error_for_status().ok()?;
        answer.text().await.ok()
    }

    pub(crate) async fn gets(&self, path: &str) -> Option<String> {
        let url = format!("http://{}{path}", self.address);
        let answer = http(&url).get(url).send().await.ok()?;
        answer.error_for_status().ok()?.text().await.ok()
    }
}

fn http(url: &str) -> reqwest::Client {
    let timeouts = Timeouts::new(Duration::from_secs(5), Duration::from_secs(30));
    client(&url.parse().unwrap(), timeouts).unwrap()
}
