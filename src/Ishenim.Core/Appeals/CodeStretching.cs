using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Sealing;

namespace Ishenim.Core.Appeals;

/// <summary>
/// Stretches receipt codes in a queue of their own, so that writers and staff never wait for each other. Each job takes
/// the school's Argon2id memory: more at once than there are cores would only slow all of them down.
/// </summary>
public sealed class CodeStretching(StretchQueue queue)
{
    /// <summary>One job per core, and as many waiting as are done in about four seconds.</summary>
    public CodeStretching()
        : this(new StretchQueue(Environment.ProcessorCount, 100 * Environment.ProcessorCount))
    {
    }

    /// <summary>What a code gives, for who typed it.</summary>
    /// <exception cref="StretchQueueFull">The waiting room is full.</exception>
    public Task<WriterKeys> DeriveAsync(School school, ReceiptCode code) =>
        queue.RunAsync(() => CodeKeys.Derive(code, school.CodeSalt, school.CodeArgon));

    /// <summary>A new code with its public half.</summary>
    /// <exception cref="StretchQueueFull">The waiting room is full.</exception>
    public Task<FreshReceipt> NewAsync(School school) => queue.RunAsync(() => New(school));

    /// <summary>The same at once, for a thread that has time.</summary>
    internal static FreshReceipt New(School school)
    {
        var code = ReceiptCode.New();
        using var keys = CodeKeys.Derive(code, school.CodeSalt, school.CodeArgon);
        return new FreshReceipt(code, keys.Lookup, keys.Keys.PublicKey);
    }
}
