using System.Runtime.InteropServices;

namespace Ishenim.Fuzz;

/// <summary>Something that takes bytes from strangers.</summary>
/// <param name="Name">What its cases are called.</param>
/// <param name="Make">Makes a case.</param>
/// <param name="RunAsync">Gives it to the code; whatever it throws is a fault of the code.</param>
public sealed record FuzzTarget(string Name, Func<Dice, byte[]> Make, Func<byte[], Task> RunAsync)
{
    /// <summary>A target that is done at once.</summary>
    public static FuzzTarget Of(string name, Func<Dice, byte[]> make, Action<byte[]> run) => new(name, make, bytes =>
    {
        run(bytes);
        return Task.CompletedTask;
    });

    /// <summary>A target that takes text; its cases hold the text's 16-bit units, so that broken pairs keep.</summary>
    public static FuzzTarget OfText(string name, Func<Dice, string> make, Action<string> run) => Of(
        name, dice => MemoryMarshal.AsBytes(make(dice).AsSpan()).ToArray(), bytes => run(new string(MemoryMarshal.Cast<byte, char>(bytes))));

    /// <exception cref="InvalidOperationException">It does not hold.</exception>
    public static void Must(bool holds, string what)
    {
        if (!holds)
            throw new InvalidOperationException(what);
    }
}
