//! Public test vectors for exactly the suites in use, and the edge cases that forgers try.

use argon2::{Algorithm, Argon2, AssociatedData, ParamsBuilder, Version};
use frontline::error::SealFault;
use frontline::seal::envelope;
use frontline::seal::keys::{PrivateKey, PublicKey, SigningKey, VerifyKey};
use frontline::seal::secret::{Cost, Entropy, Secret};

use super::kit::{Seeded, fault};

fn hex<const N: usize>(text: &str) -> [u8; N] {
    let bytes = bytes(text);
    bytes.try_into().unwrap()
}

fn bytes(text: &str) -> Vec<u8> {
    let digits = text
        .bytes()
        .filter(u8::is_ascii_hexdigit)
        .collect::<Vec<_>>();
    let pairs = digits.chunks(2);
    pairs
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

struct Fixed([u8; 32]);

impl Entropy for Fixed {
    fn fill(&mut self, out: &mut [u8]) -> frontline::error::Result<()> {
        out.copy_from_slice(&self.0);
        Ok(())
    }
}

/// RFC 9180, A.2.1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305, base mode. The RFC's
/// first message carries associated data and ours never does, which changes the tag alone: the stream
/// is compared with ours, and the RFC's whole ciphertext is opened by the package.
#[test]
fn hpke_derives_the_keys_of_rfc_9180() {
    let recipient = hex("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb");
    let recipient = PrivateKey::from_secret(Secret::take(&mut { recipient }));
    let public = hex("4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a");
    assert_eq!(*recipient.public().as_bytes(), public);
    let ephemeral = "909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b";
    let info = bytes("4f6465206f6e2061204772656369616e2055726e");
    let message = bytes("4265617574792069732074727574682c20747275746820626561757479");
    let sealed = envelope::seal(
        &recipient.public(),
        &info,
        &message,
        &mut Fixed(hex(ephemeral)),
    )
    .unwrap();
    let encapsulated = bytes("1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a");
    assert_eq!(sealed[..32], encapsulated);
    // The stream does not depend on the associated data, only the tag does.
    let body = bytes("1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b");
    assert_eq!(sealed[32..32 + body.len()], body);
    assert_eq!(
        *envelope::open(&recipient, &info, &sealed).unwrap(),
        message
    );
    let opened = open_with_data(recipient.secret().expose(), &encapsulated, &info, &body);
    assert_eq!(opened, message);
    let other = envelope::open(&recipient, b"another purpose", &sealed);
    assert_eq!(fault(other), SealFault::CannotOpen);
}

fn open_with_data(key: &[u8], encapsulated: &[u8], info: &[u8], body: &[u8]) -> Vec<u8> {
    use hpke::{Deserializable, Kem, OpModeR, aead, kdf, kem};
    type Suite = kem::X25519HkdfSha256;
    let mut opened = body.to_vec();
    hpke::single_shot_open_inout_detached::<aead::ChaCha20Poly1305, kdf::HkdfSha256, Suite>(
        &OpModeR::Base,
        &<Suite as Kem>::PrivateKey::from_bytes(key).unwrap(),
        &<Suite as Kem>::EncappedKey::from_bytes(encapsulated).unwrap(),
        info,
        hpke::inout::InOutBuf::from(opened.as_mut_slice()),
        b"Count-0",
        &aead::AeadTag::from_bytes(&bytes("60b4db21993c62ce81883d2dd1b51a28")).unwrap(),
    )
    .unwrap();
    opened
}

/// RFC 7748, 6.1.
#[test]
fn x25519_derives_the_public_key_of_rfc_7748() {
    let bob = hex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
    let bob = PrivateKey::from_secret(Secret::take(&mut { bob }));
    let public = hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
    assert_eq!(*bob.public().as_bytes(), public);
}

/// RFC 8032, 7.1, tests 1 to 3.
#[test]
fn ed25519_signs_as_rfc_8032_does() {
    for (seed, public, message, signature) in [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        ),
    ] {
        let key = SigningKey::from_seed(&Secret::take(&mut hex(seed)));
        assert_eq!(*key.verify_key().as_bytes(), hex(public));
        assert_eq!(key.sign(&bytes(message)), hex::<64>(signature));
        let public = VerifyKey::from_bytes(&hex(public)).unwrap();
        assert!(public.verify(&bytes(message), &hex(signature)).is_ok());
    }
}

/// RFC 9106, 5.3: the package computes Argon2id as the RFC does.
#[test]
fn argon2id_agrees_with_rfc_9106() {
    let params = ParamsBuilder::new()
        .m_cost(32)
        .t_cost(3)
        .p_cost(4)
        .data(AssociatedData::new(&[4; 12]).unwrap())
        .output_len(32)
        .build()
        .unwrap();
    let argon2 =
        Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).unwrap();
    let mut out = [0; 32];
    argon2
        .hash_password_into(&[1; 32], &[2; 16], &mut out)
        .unwrap();
    assert_eq!(
        out,
        hex("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659")
    );
}

/// Our own use of it, frozen: packs of version 1 stay checkable for ever.
#[test]
fn stretching_at_the_floor_never_changes() {
    let mut out = [0; 16];
    Cost::FLOOR
        .stretch(b"password", b"somesaltsomesalt", &mut out)
        .unwrap();
    let params = ParamsBuilder::new()
        .m_cost(65536)
        .t_cost(3)
        .p_cost(1)
        .output_len(16)
        .build();
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.unwrap());
    let mut plain = [0; 16];
    argon2
        .hash_password_into(b"password", b"somesaltsomesalt", &mut plain)
        .unwrap();
    assert_eq!(out, plain);
}

#[test]
fn a_cost_below_the_floor_is_refused() {
    for (kibibytes, passes, lanes) in [(65_535, 3, 1), (65_536, 2, 1), (65_536, 3, 0), (8, 1, 1)] {
        assert_eq!(
            fault(Cost::new(kibibytes, passes, lanes)),
            SealFault::WeakCost
        );
    }
    assert_eq!(fault(Cost::new(2 << 20, 3, 1)), SealFault::TooLarge);
    assert!(Cost::new(65_536, 3, 1).is_ok());
}

/// All points of small order, and numbers at or above the prime: the edge cases of Wycheproof's
/// X25519 set.
#[test]
fn keys_of_small_order_and_second_spellings_are_refused() {
    let one = "0100000000000000000000000000000000000000000000000000000000000000";
    for point in [
        "0000000000000000000000000000000000000000000000000000000000000000",
        one,
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0900000000000000000000000000000000000000000000000000000000000080",
        "f6ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    ] {
        assert_eq!(
            fault(PublicKey::from_bytes(&hex(point))),
            SealFault::KeyRefused,
            "{point}"
        );
    }
    let nine = hex("0900000000000000000000000000000000000000000000000000000000000000");
    assert!(PublicKey::from_bytes(&nine).is_ok());
}

/// The identity, other points of small order, second spellings and numbers that are no point.
#[test]
fn weak_signing_keys_are_refused() {
    for point in [
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0200000000000000000000000000000000000000000000000000000000000000",
    ] {
        assert_eq!(
            fault(VerifyKey::from_bytes(&hex(point))),
            SealFault::KeyRefused,
            "{point}"
        );
    }
}

/// S + L is the second spelling of a signature; a strict verifier takes only the first.
#[test]
fn a_signature_has_one_spelling() {
    let order: [u8; 32] = hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    let key = SigningKey::random(&mut Seeded::new("signer")).unwrap();
    let mut signature = key.sign(b"message");
    assert!(key.verify_key().verify(b"message", &signature).is_ok());
    assert_eq!(
        fault(key.verify_key().verify(b"massage", &signature)),
        SealFault::SignatureWrong
    );
    let mut carry = 0;
    for (byte, add) in signature[32..].iter_mut().zip(order) {
        let sum = u16::from(*byte) + u16::from(add) + carry;
        *byte = (sum & 0xFF) as u8;
        carry = sum >> 8;
    }
    assert_eq!(carry, 0);
    let second = key.verify_key().verify(b"message", &signature);
    assert_eq!(fault(second), SealFault::SignatureWrong);
    let all_zero = key.verify_key().verify(b"message", &[0; 64]);
    assert_eq!(fault(all_zero), SealFault::SignatureWrong);
}

#[test]
fn an_envelope_with_any_bit_changed_does_not_open() {
    let mut entropy = Seeded::new("envelope");
    let key = PrivateKey::random(&mut entropy).unwrap();
    let sealed = envelope::seal(&key.public(), b"info", b"answers", &mut entropy).unwrap();
    for place in 0..sealed.len() {
        for bit in 0..8 {
            let mut changed = sealed.clone();
            changed[place] ^= 1 << bit;
            // The top bit of an X25519 key is not part of the number, but it is part of what HPKE
            // binds.
            assert_eq!(
                fault(envelope::open(&key, b"info", &changed)),
                SealFault::CannotOpen
            );
        }
    }
    for short in 0..sealed.len() {
        let cut = envelope::open(&key, b"info", &sealed[..short]);
        assert_eq!(fault(cut), SealFault::CannotOpen);
    }
    let low_order = [[0; 32].as_slice(), &sealed[32..]].concat();
    assert_eq!(
        fault(envelope::open(&key, b"info", &low_order)),
        SealFault::CannotOpen
    );
}
