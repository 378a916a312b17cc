using System.Security.Cryptography;

namespace Ishenim.Components;

/// <summary>The nonce of this response: 128 random bits in base 64. It stands in the Content-Security-Policy and on each
/// inline style and script of the page.</summary>
public sealed class Nonce
{
    public string Value { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));

    public override string ToString() => Value;
}
