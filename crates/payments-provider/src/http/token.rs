//! An access token that many tasks share and one task fetches.

use std::{
    fmt,
    future::Future,
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
};

use chrono::{DateTime, Utc};
use http::HeaderValue;
use tokio::sync::Mutex;

use super::failure::without_token;
use crate::observe::CallWatch;
use payments_core::{
    Error, ErrorKind, Outcome, Result,
    retry::{Clock, SystemClock},
};

/// An access token, ready to be sent.
#[derive(Clone)]
pub struct Token {
    /// The whole `Authorization` header, marked sensitive.
    pub header: HeaderValue,
    /// When it expires.
    pub expires_at: DateTime<Utc>,
    /// Its number among the fetched tokens: a provider may return the same text again.
    number: u64,
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token")
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}

impl Token {
    /// A fetched token. `header` holds its whole value, marked sensitive.
    #[must_use]
    pub fn new(header: HeaderValue, expires_at: DateTime<Utc>) -> Self {
        Self {
            header,
            expires_at,
            number: 0,
        }
    }
}

/// A token in the cache.
#[derive(Debug)]
struct Kept {
    token: Token,
    /// The Unix time until which it is handed out: a minute early, so that it does not expire on
    /// its way. A number, because every call compares it.
    fresh_until: i64,
}

impl Kept {
    fn new(token: Token) -> Self {
        // A provider may set the smallest possible time, which has no minute before it.
        let fresh_until = token.expires_at.timestamp().saturating_sub(60);
        Self { token, fresh_until }
    }

    fn is_fresh(&self, clock: &dyn Clock) -> bool {
        self.fresh_until > clock.seconds()
    }
}

/// Keeps a token and fetches a new one when needed: once, however many tasks ask at the same time.
#[derive(Debug)]
pub struct TokenCache {
    clock: Arc<dyn Clock>,
    current: RwLock<Option<Kept>>,
    /// How many fetches have ended, in success or failure.
    ended: AtomicU64,
    /// Locked while a token is fetched; holds the last fetch's error, for the tasks that waited for
    /// it.
    fetch: Mutex<Option<Error>>,
}

impl Default for TokenCache {
    /// Uses the machine's clock.
    fn default() -> Self {
        Self::new(Arc::new(SystemClock))
    }
}

impl TokenCache {
    /// An empty cache. The clock decides whether a token has expired.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self {
            clock,
            current: RwLock::default(),
            ended: AtomicU64::default(),
            fetch: Mutex::default(),
        }
    }

    /// The current token, if `good` accepts it.
    fn current(&self, good: impl FnOnce(&Kept) -> bool) -> Option<Token> {
        // A writer only stores whole tokens, so even a poisoned lock holds one.
        let current = self.current.read().unwrap_or_else(PoisonError::into_inner);
        let kept = current.as_ref().filter(|kept| good(kept))?;
        Some(kept.token.clone())
    }

    /// A fresh token, fetched if there is none.
    pub async fn get<F, Fut>(&self, fetch: F) -> Result<Token>
    where
        F: FnOnce() -> Fut,
        Fut: Future<Output = Result<Token>>,
    {
        let is_fresh = |kept: &Kept| kept.is_fresh(&*self.clock);
        match self.current(is_fresh) {
            Some(token) => Ok(token),
            // In a box, so that calls with a token do not carry its room.
            None => Box::pin(self.fetch(fetch, is_fresh)).await,
        }
    }

    /// A token other than `refused`, which the provider did not accept. If another task has renewed
    /// it meanwhile, returns that one.
    pub async fn renew<F, Fut>(&self, refused: &Token, fetch: F) -> Result<Token>
    where
        F: FnOnce() -> Fut,
        Fut: Future<Output = Result<Token>>,
    {
        Box::pin(self.fetch(fetch, |kept| kept.token.number != refused.number)).await
    }

    /// Makes an attempt with a token, and a second one with a new token if the provider refuses the
    /// first. This is safe for a charge too: the provider did not process a request whose token it
    /// refused. If the refusal may come from somebody else, nothing is sent again, and only the
    /// token is dropped.
    pub async fn attempt<T, F, Fetched, A, Attempted>(
        &self,
        watch: &CallWatch<'_>,
        fetch: F,
        attempt: A,
    ) -> Result<T>
    where
        F: Fn() -> Fetched,
        Fetched: Future<Output = Result<Token>>,
        A: Fn(Token) -> Attempted,
        Attempted: Future<Output = Result<T>>,
    {
        let without = |cause| without_token(watch.call(), cause);
        let token = self.get(&fetch).await.map_err(without)?;
        match attempt(token.clone()).await {
            Err(error) if error.kind() == ErrorKind::Unauthorized => {
                if error.outcome() == Outcome::Unknown {
                    self.give_up(&token);
                    return Err(error);
                }
                let token = self.renew(&token, &fetch).await.map_err(without)?;
                watch.repeats();
                attempt(token).await
            }
            result => result,
        }
    }

    /// The next call fetches another token, unless one has been fetched already.
    fn give_up(&self, refused: &Token) {
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        current.take_if(|kept| kept.token.number == refused.number);
    }

    async fn fetch<F, Fut>(&self, fetch: F, good: impl Fn(&Kept) -> bool) -> Result<Token>
    where
        F: FnOnce() -> Fut,
        Fut: Future<Output = Result<Token>>,
    {
        let ended_before = self.ended.load(Ordering::Acquire);
        let mut last_failure = self.fetch.lock().await;
        let fetched_meanwhile = self.ended.load(Ordering::Acquire) != ended_before;
        if let Some(token) = self.current(good) {
            return Ok(token);
        }
        // Tasks that waited for a fetch share its result: a thousand waiting tasks must not cause a
        // thousand requests, neither after a failure nor for a token that is already expired.
        if fetched_meanwhile {
            match (&*last_failure, self.current(|_| true)) {
                (Some(failure), _) => return Err(failure.clone()),
                (None, Some(token)) => return Ok(token),
                (None, None) => {}
            }
        }
        let fetched = fetch().await;
        let number = self.ended.fetch_add(1, Ordering::Release);
        match fetched {
            Ok(token) => {
                let token = Token { number, ..token };
                *last_failure = None;
                *self.current.write().unwrap_or_else(PoisonError::into_inner) =
                    Some(Kept::new(token.clone()));
                Ok(token)
            }
            Err(error) => {
                *last_failure = Some(error.clone());
                Err(error)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{sync::atomic::AtomicUsize, time::Duration};

    use chrono::TimeDelta;

    use super::*;

    fn token(text: &'static str, minutes: i64) -> Token {
        let end = Utc::now() + TimeDelta::minutes(minutes);
        Token::new(HeaderValue::from_static(text), end)
    }

    #[tokio::test]
    async fn a_thousand_waiting_tasks_cause_one_fetch_even_if_it_fails() {
        for works in [true, false] {
            let cache = Arc::new(TokenCache::default());
            let fetches = Arc::new(AtomicUsize::new(0));
            let tasks: Vec<_> = (0..1000)
                .map(|_| {
                    let (cache, fetches) = (Arc::clone(&cache), Arc::clone(&fetches));
                    tokio::spawn(async move {
                        cache
                            .get(|| async {
                                fetches.fetch_add(1, Ordering::Relaxed);
                                tokio::time::sleep(Duration::from_millis(20)).await;
                                match works {
                                    true => Ok(token("Bearer a", 60)),
                                    false => Err(Error::configuration("no")),
                                }
                            })
                            .await
                            .is_ok()
                    })
                })
                .collect();
            for task in tasks {
                assert_eq!(task.await.unwrap(), works);
            }
            assert_eq!(fetches.load(Ordering::Relaxed), 1);
        }
    }

    #[tokio::test]
    async fn a_failure_is_not_remembered_for_later_callers() {
        let cache = TokenCache::default();
        let failed = cache
            .get(|| async { Err(Error::configuration("no")) })
            .await;
        assert_eq!(failed.unwrap_err().kind(), ErrorKind::Configuration);
        assert!(
            cache
                .get(|| async { Ok(token("Bearer a", 60)) })
                .await
                .is_ok()
        );
    }

    #[tokio::test]
    async fn an_old_token_is_fetched_anew_and_a_renewed_one_is_kept() {
        let cache = TokenCache::default();
        let first = cache
            .get(|| async { Ok(token("Bearer a", 1)) })
            .await
            .unwrap();
        let second = cache
            .get(|| async { Ok(token("Bearer b", 60)) })
            .await
            .unwrap();
        assert_ne!(first.header, second.header);
        // Another task refused with the first token finds the second.
        let kept = cache
            .renew(&first, || async { Err(Error::configuration("not asked")) })
            .await
            .unwrap();
        assert_eq!(kept.header, second.header);
        let third = cache
            .renew(&second, || async { Ok(token("Bearer c", 60)) })
            .await
            .unwrap();
        assert_eq!(third.header, "Bearer c");
    }

    #[tokio::test]
    async fn a_token_of_the_same_text_is_another_one() {
        let cache = TokenCache::default();
        let fetch = || async { Ok(token("Bearer a", 60)) };
        let first = cache.get(fetch).await.unwrap();
        let renewed = cache.renew(&first, fetch).await.unwrap();
        let kept = cache
            .renew(&first, || async { Err(Error::configuration("not asked")) })
            .await
            .unwrap();
        assert_eq!(kept.number, renewed.number);
    }

    #[tokio::test]
    async fn a_token_that_is_old_from_the_start_is_shared_by_those_who_waited_for_it() {
        let cache = Arc::new(TokenCache::default());
        let fetches = Arc::new(AtomicUsize::new(0));
        let tasks: Vec<_> = (0..100)
            .map(|_| {
                let (cache, fetches) = (Arc::clone(&cache), Arc::clone(&fetches));
                tokio::spawn(async move {
                    cache
                        .get(|| async {
                            fetches.fetch_add(1, Ordering::Relaxed);
                            tokio::time::sleep(Duration::from_millis(20)).await;
                            Ok(token("Bearer old", 0))
                        })
                        .await
                        .is_ok()
                })
            })
            .collect();
        for task in tasks {
            assert!(task.await.unwrap());
        }
        assert_eq!(fetches.load(Ordering::Relaxed), 1);
    }

    #[test]
    fn a_token_that_ends_at_the_edge_of_time_is_no_panic() {
        for (expires_at, fresh) in [
            (DateTime::<Utc>::MIN_UTC, false),
            (DateTime::<Utc>::MAX_UTC, true),
        ] {
            let header = HeaderValue::from_static("Bearer a");
            let kept = Kept::new(Token::new(header, expires_at));
            assert_eq!(kept.is_fresh(&SystemClock), fresh);
        }
    }

    #[tokio::test]
    async fn a_caller_who_gives_up_does_not_block_the_others() {
        let cache = TokenCache::default();
        let given_up = tokio::time::timeout(
            Duration::from_millis(10),
            cache.get(std::future::pending::<Result<Token>>),
        )
        .await;
        assert!(given_up.is_err());
        assert!(
            cache
                .get(|| async { Ok(token("Bearer a", 60)) })
                .await
                .is_ok()
        );
    }

    /// A thousand callers come back with a token that was not taken.
    async fn refused_at_once(
        cache: &Arc<TokenCache>,
        refused: &Token,
        fetches: &Arc<AtomicUsize>,
        gives_up: bool,
    ) -> Vec<Token> {
        let tasks: Vec<_> = (0..1000)
            .map(|_| {
                let (cache, refused) = (Arc::clone(cache), refused.clone());
                let fetches = Arc::clone(fetches);
                tokio::spawn(async move {
                    let fetch = || async {
                        fetches.fetch_add(1, Ordering::Relaxed);
                        tokio::time::sleep(Duration::from_millis(20)).await;
                        Ok(token("Bearer new", 60))
                    };
                    cache.renew(&refused, fetch).await.unwrap()
                })
            })
            .collect();
        let mut tasks = tasks.into_iter();
        if gives_up {
            // The first one fetches; half way it is dropped, as by a time-out around it.
            tokio::time::sleep(Duration::from_millis(5)).await;
            tasks.next().unwrap().abort();
        }
        let mut tokens = Vec::new();
        for task in tasks {
            tokens.push(task.await.unwrap());
        }
        tokens
    }

    #[tokio::test]
    async fn each_token_that_is_refused_costs_one_fetch_however_many_callers_come_back_with_it() {
        let cache = Arc::new(TokenCache::default());
        let fetches = Arc::new(AtomicUsize::new(0));
        let mut refused = cache
            .get(|| async { Ok(token("Bearer a", 60)) })
            .await
            .unwrap();
        for round in 1..=3 {
            let tokens = refused_at_once(&cache, &refused, &fetches, false).await;
            let numbers: std::collections::HashSet<_> =
                tokens.iter().map(|token| token.number).collect();
            assert_eq!((numbers.len(), fetches.load(Ordering::Relaxed)), (1, round));
            refused = tokens[0].clone();
        }
    }

    #[tokio::test]
    async fn a_caller_who_is_dropped_over_its_fetch_fails_none_of_those_who_wait_for_it() {
        let cache = Arc::new(TokenCache::default());
        let fetches = Arc::new(AtomicUsize::new(0));
        let refused = cache
            .get(|| async { Ok(token("Bearer a", 60)) })
            .await
            .unwrap();
        let tokens = refused_at_once(&cache, &refused, &fetches, true).await;
        assert_eq!(tokens.len(), 999);
        // The one that was dropped, and one more in its place.
        assert_eq!(fetches.load(Ordering::Relaxed), 2);
    }
}
