using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;

namespace Ishenim.Core.Appeals;

/// <summary>
/// A letter's row. What stands here in the clear is what design "Sealing" allows; for a restricted letter the facts
/// are null here until it is closed, and lie in <see cref="Sealed"/>.
/// </summary>
public sealed class Appeal : IOfSchool
{
    public required SchoolId School { get; init; }

    public required AppealId Id { get; init; }

    /// <summary>X2 keeps it from a usual reader: it has its own series of numbers and is shown to its readers only.</summary>
    public required bool Restricted { get; set; }

    /// <summary>From when the desk shows it, in UTC: midnight of its day, or one of the school's fixed hours.</summary>
    public required DateTime AppearsAt { get; init; }

    /// <summary>
    /// The place in the register of its year; orders the register and its pages. Null while it has only a number of the
    /// restricted series; a letter that became restricted later keeps its place.
    /// </summary>
    public long? RegisterPlace { get; set; }

    /// <summary>Null while restricted.</summary>
    public AppealFacts? Facts { get; set; }

    /// <summary><see cref="SealedFacts"/> as JSON in a text envelope, sealed with the reply key of <see cref="Epoch"/>.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>The current epoch of all its keys: later parts are sealed with keys of this epoch. From 1; 0: its content was destroyed.</summary>
    public required int Epoch { get; set; }

    /// <summary>The number of its last part, from 1; moved under a lock, not by saving this row.</summary>
    public int LastPart { get; set; }

    /// <summary>The last day on which its writer added something after it was closed; null where that never happened.</summary>
    public DateOnly? WrittenAfterClosing { get; set; }

    public int Version { get; set; }

    /// <summary>How <see cref="Sealed"/> is labelled: the appeal itself is the part.</summary>
    public PartLabel FactsLabel(int epoch) =>
        new(School.Value, Id.Value, Id.Value, KeyClass.Reply, epoch, PartKind.Facts, AuthorSide.School, 0);
}

/// <summary>A class key of a letter, sealed to one who holds it.</summary>
public sealed class Grant : IOfSchool
{
    public required SchoolId School { get; init; }

    public required AppealId Appeal { get; init; }

    public required KeyClass Class { get; init; }

    public required int Epoch { get; init; }

    /// <summary>A person's id; or the appeal's own id, which stands for its writer.</summary>
    public required Guid Recipient { get; init; }

    public required byte[] Sealed { get; set; }

    public GrantLabel Label => new(School.Value, Appeal.Value, Class, Epoch, Recipient);
}

/// <summary>What finds a letter by its code. Removed a year after closing.</summary>
public sealed class WriterKey : IOfSchool
{
    public required SchoolId School { get; init; }

    public required AppealId Appeal { get; init; }

    /// <summary>The first half of the stretched code, 32 bytes.</summary>
    public required byte[] Lookup { get; init; }

    /// <summary>X25519, 32 bytes, derived from the second half.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>Who printed the code or read it from a screen, and may have kept it; null: nobody but the writer saw it.</summary>
    public PersonId? Printer { get; init; }
}
