//! Project Wycheproof's vectors for exactly the primitives in use: every one is taken or refused as it
//! says. Where HPKE and the strict rules of `seal::keys` refuse more than a bare primitive, that is
//! checked too.

use chacha20poly1305::aead::{AeadInOut, KeyInit, Nonce, Tag};
use chacha20poly1305::{ChaCha20Poly1305, XChaCha20Poly1305};
use frontline::seal::keys::{PublicKey, VerifyKey};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/seal/wycheproof");

fn bytes(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.bytes().filter(|digit| *digit != b'-').collect();
    let pairs = digits
        .chunks(2)
        .map(|pair| std::str::from_utf8(pair).unwrap());
    pairs
        .map(|pair| u8::from_str_radix(pair, 16).unwrap())
        .collect()
}

/// The rows of a file, each cut at its spaces.
fn rows(name: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(format!("{FOLDER}/{name}.txt")).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| line.split(' ').map(str::to_owned).collect())
        .collect()
}

/// What a cipher makes of a sealed text; none where it refuses.
fn opened<C: AeadInOut + KeyInit>([key, nonce, aad, sealed, tag]: [&[u8]; 5]) -> Option<Vec<u8>> {
    let cipher = C::new_from_slice(key).ok()?;
    let nonce = Nonce::<C>::try_from(nonce).ok()?;
    let tag = Tag::<C>::try_from(tag).ok()?;
    let mut body = sealed.to_vec();
    cipher
        .decrypt_inout_detached(&nonce, aad, body.as_mut_slice().into(), &tag)
        .ok()?;
    Some(body)
}

/// Ciphertext and tag of a plain text.
fn sealed<C: AeadInOut + KeyInit>([key, nonce, aad, plain]: [&[u8]; 4]) -> (Vec<u8>, Vec<u8>) {
    let cipher = C::new_from_slice(key).unwrap();
    let nonce = Nonce::<C>::try_from(nonce).unwrap();
    let mut body = plain.to_vec();
    let tag = cipher
        .encrypt_inout_detached(&nonce, aad, body.as_mut_slice().into())
        .unwrap();
    (body, tag.to_vec())
}

fn check_cipher<C: AeadInOut + KeyInit>(name: &str) -> (usize, usize) {
    let (mut taken, mut refused) = (0, 0);
    for (number, row) in rows(name).iter().enumerate() {
        let [key, nonce, aad, plain, cut, tag] = [1, 2, 3, 4, 5, 6].map(|at| bytes(&row[at]));
        let found = opened::<C>([&key, &nonce, &aad, &cut, &tag]);
        match row[0].as_str() {
            "valid" => {
                taken += 1;
                assert_eq!(found, Some(plain.clone()), "{name} {number}");
                let made = sealed::<C>([&key, &nonce, &aad, &plain]);
                assert_eq!(made, (cut, tag), "{name} {number}");
            }
            _ => {
                refused += 1;
                assert_eq!(found, None, "{name} {number} is forged");
            }
        }
    }
    (taken, refused)
}

#[test]
fn both_ciphers_take_and_refuse_what_wycheproof_says() {
    let short = check_cipher::<ChaCha20Poly1305>("chacha20_poly1305");
    let long = check_cipher::<XChaCha20Poly1305>("xchacha20_poly1305");
    println!("taken and refused: {short:?} and {long:?}");
    assert_eq!((short.0 + short.1, long.0 + long.1), (325, 315));
    assert!(short.1 > 50 && long.1 > 50);
}

#[test]
fn signatures_are_taken_and_refused_as_wycheproof_says() {
    let rows = rows("ed25519");
    for (number, row) in rows.iter().enumerate() {
        let key = VerifyKey::from_bytes(&bytes(&row[1]).try_into().unwrap()).unwrap();
        let signature: Result<[u8; 64], _> = bytes(&row[3]).try_into();
        let is_taken = signature.is_ok_and(|it| key.verify(&bytes(&row[2]), &it).is_ok());
        assert_eq!(is_taken, row[0] == "valid", "signature {number}");
    }
    assert_eq!(rows.len(), 150);
}

#[test]
fn shared_secrets_agree_with_wycheproof_and_weak_points_are_no_keys() {
    let rows = rows("x25519");
    let mut refused = 0;
    for (number, row) in rows.iter().enumerate() {
        let [public, private, shared] = [1, 2, 3].map(|at| bytes(&row[at]).try_into().unwrap());
        let found = x25519_dalek::x25519(private, public);
        assert_eq!(found, shared, "secret {number}");
        // A key of ours has one spelling and gives nobody a secret that all know.
        let is_weak = ["LowOrderPublic", "ZeroSharedSecret", "NonCanonicalPublic"]
            .iter()
            .any(|flag| row[4].split(',').any(|own| own == *flag));
        let has_high_bit = public[31] & 0x80 != 0;
        let is_refused = PublicKey::from_bytes(&public).is_err();
        assert_eq!(is_refused, is_weak || has_high_bit, "{number}: {row:?}");
        refused += usize::from(is_refused);
    }
    println!("{refused} of {} public keys refused", rows.len());
    assert_eq!(rows.len(), 518);
    assert!(refused > 20);
}
