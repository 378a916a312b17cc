namespace Ishenim.Sealing;

/// <summary>
/// The first five bytes of every envelope: four of magic and the version. They are part of what is authenticated.
/// There is no fallback for anything without them.
/// </summary>
internal static class Header
{
    internal const int Size = 5;

    internal static ReadOnlySpan<byte> Text => "ISHt\u0001"u8;
    internal static ReadOnlySpan<byte> File => "ISHf\u0001"u8;
    internal static ReadOnlySpan<byte> Grant => "ISHg\u0001"u8;
    internal static ReadOnlySpan<byte> StaffKey => "ISHk\u0001"u8;
    internal static ReadOnlySpan<byte> StaffSecondFactor => "ISHo\u0001"u8;
    internal static ReadOnlySpan<byte> Recovery => "ISHr\u0001"u8;
    internal static ReadOnlySpan<byte> Session => "ISHs\u0001"u8;

    internal static void Require(ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> header)
    {
        if (sealedBytes.Length < Size || !sealedBytes[..(Size - 1)].SequenceEqual(header[..(Size - 1)]))
            throw new SealBrokenException("it is not an envelope of this kind");
        if (sealedBytes[Size - 1] != header[Size - 1])
            throw new SealBrokenException("its version is unknown");
    }
}
