namespace Ishenim.Sealing;

/// <summary>libsodium is missing or too old. The message is one line that says what to install.</summary>
public sealed class SodiumMissingException(string message) : Exception(message);

/// <summary>
/// A sealed thing is not what it should be: cut, changed, exchanged, or sealed with another key or for another place.
/// The message is a fixed sentence; it never holds data, a key or a label.
/// </summary>
public sealed class SealBrokenException : Exception
{
    internal SealBrokenException(string why) : base("The seal is broken: " + why + ".")
    {
    }
}
