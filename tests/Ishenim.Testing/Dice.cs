namespace Ishenim.Testing;

/// <summary>Chance that a seed and a place in its row decide: a case found once is found again. SplitMix64 (Steele, Lea, Flood 2014).</summary>
public sealed class Dice(long seed, long place)
{
    private ulong _state = (ulong)seed * 0x9E3779B97F4A7C15 + (ulong)place * 0xD1B54A32D192ED03;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 to one less than <paramref name="end"/>; 0 where there is nothing to choose.</summary>
    public int Below(int end) => end <= 1 ? 0 : (int)(Next() % (uint)end);

    public bool OneIn(int times) => Below(times) == 0;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
            bytes[i] = (byte)Next();
        return bytes;
    }
}
