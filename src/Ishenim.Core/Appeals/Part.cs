using Ishenim.Core.Attachments;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;

namespace Ishenim.Core.Appeals;

/// <summary>A sealed text of a letter: the letter itself, a message of its thread, an identity, a note, a draft, a reason.</summary>
public sealed class Part : IOfSchool
{
    public required SchoolId School { get; init; }

    public required Guid Id { get; init; }

    public required AppealId Appeal { get; init; }

    public required KeyClass Class { get; init; }

    public required int Epoch { get; init; }

    public required PartKind Kind { get; init; }

    public required AuthorSide Side { get; init; }

    /// <summary>Its place among the letter's parts, from 1.</summary>
    public required int Sequence { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>From when the desk shows it, in UTC; as <see cref="Appeal.AppearsAt"/>.</summary>
    public required DateTime AppearsAt { get; init; }

    /// <summary>Who of the school wrote it; null for the writer.</summary>
    public PersonId? Author { get; init; }

    /// <summary>A text envelope; a draft's is replaced.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>Guards a draft against two windows.</summary>
    public int Version { get; set; }

    public PartLabel Label => new(School.Value, Appeal.Value, Id, Class, Epoch, Kind, Side, Sequence);
}

/// <summary>A sealed file of a letter or message; its bytes lie in the attachment store under its id.</summary>
public sealed class Attachment : IOfSchool
{
    public required SchoolId School { get; init; }

    public required Guid Id { get; init; }

    public required AppealId Appeal { get; init; }

    public required KeyClass Class { get; init; }

    public required int Epoch { get; init; }

    public required AuthorSide Side { get; init; }

    /// <summary>The <see cref="Part.Sequence"/> of the text that it came with.</summary>
    public required int Message { get; init; }

    /// <summary>Its place among that message's files, from 1.</summary>
    public required int Place { get; init; }

    /// <summary><see cref="AttachmentFacts"/> as JSON in a text envelope.</summary>
    public required byte[] SealedName { get; init; }

    /// <summary>Bytes in the store, so that a backup can tell that it is whole.</summary>
    public required long StoredBytes { get; init; }

    public PartLabel NameLabel => new(School.Value, Appeal.Value, Id, Class, Epoch, PartKind.FileName, Side, 0);

    /// <summary>The file's own bytes are sealed before its place in a thread is known.</summary>
    public PartLabel FileLabel => NameLabel with { Kind = PartKind.File };
}

/// <summary>Up to where a person has read a letter: newer parts are marked unread.</summary>
public sealed class ReadMark : IOfSchool
{
    public required SchoolId School { get; init; }

    public required AppealId Appeal { get; init; }

    public required PersonId Person { get; init; }

    public required int Sequence { get; set; }
}
