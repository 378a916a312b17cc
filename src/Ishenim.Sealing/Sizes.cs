namespace Ishenim.Sealing;

/// <summary>libsodium trusts the pointers it is given, so every size is checked on our side.</summary>
internal static class Sizes
{
    internal static void Require(ReadOnlySpan<byte> bytes, int size, string name)
    {
        if (bytes.Length != size)
            throw new ArgumentException($"{size} bytes are needed, not {bytes.Length}.", name);
    }
}
