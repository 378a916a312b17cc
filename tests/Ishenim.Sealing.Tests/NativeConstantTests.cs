using System.Runtime.InteropServices;

namespace Ishenim.Sealing.Tests;

/// <summary>Our constants are what the installed library says of itself: a buffer one byte short would be overrun.</summary>
public sealed class NativeConstantTests
{
    private static readonly nint Library = Sodium.Load(["libsodium.so.23", "libsodium.so.26", "libsodium"]);

    private delegate nuint SizeFunction();

    private delegate byte ByteFunction();

    private delegate int IntFunction();

    [Theory]
    [InlineData("crypto_aead_xchacha20poly1305_ietf_keybytes", SecretKey.Size)]
    [InlineData("crypto_aead_xchacha20poly1305_ietf_npubbytes", Aead.NonceSize)]
    [InlineData("crypto_aead_xchacha20poly1305_ietf_abytes", Aead.TagSize)]
    [InlineData("crypto_secretstream_xchacha20poly1305_keybytes", SecretKey.Size)]
    [InlineData("crypto_secretstream_xchacha20poly1305_headerbytes", SecretStream.HeaderSize)]
    [InlineData("crypto_secretstream_xchacha20poly1305_abytes", SecretStream.Overhead)]
    [InlineData("crypto_secretstream_xchacha20poly1305_statebytes", SecretStream.StateSize)]
    [InlineData("crypto_box_publickeybytes", KeyPair.PublicKeySize)]
    [InlineData("crypto_box_secretkeybytes", SecretKey.Size)]
    [InlineData("crypto_box_seedbytes", SecretKey.Size)]
    [InlineData("crypto_box_sealbytes", GrantEnvelope.BoxOverhead)]
    [InlineData("crypto_scalarmult_bytes", KeyPair.PublicKeySize)]
    [InlineData("crypto_scalarmult_scalarbytes", SecretKey.Size)]
    [InlineData("crypto_pwhash_saltbytes", Argon.SaltSize)]
    [InlineData("crypto_generichash_bytes", Blake.Size)]
    [InlineData("crypto_generichash_keybytes_min", RecoverySecret.Size)]
    [InlineData("crypto_pwhash_memlimit_min", (int)Argon.LeastMemory)]
    public void Constant_Size_EqualsTheLibrarys(string function, int ours) => Assert.Equal((nuint)ours, Get<SizeFunction>(function)());

    [Theory]
    [InlineData("crypto_secretstream_xchacha20poly1305_tag_message", SecretStream.MessageTag)]
    [InlineData("crypto_secretstream_xchacha20poly1305_tag_final", SecretStream.FinalTag)]
    public void Constant_Tag_EqualsTheLibrarys(string function, byte ours) => Assert.Equal(ours, Get<ByteFunction>(function)());

    [Fact]
    public void Constant_Argon2Id_EqualsTheLibrarys() =>
        Assert.Equal(NativeSodium.Argon2Id13, Get<IntFunction>("crypto_pwhash_alg_argon2id13")());

    private static T Get<T>(string function)
        where T : Delegate => Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(Library, function));
}
