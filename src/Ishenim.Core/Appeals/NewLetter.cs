using System.Net.Mail;
using System.Text.Json.Serialization;
using Ishenim.Core.Attachments;
using Ishenim.Core.Staff;
using Ishenim.Sealing;

namespace Ishenim.Core.Appeals;

/// <summary>Who signs a letter, and how to reach them. Sealed with the identity key.</summary>
/// <param name="Name">As they wrote it.</param>
/// <param name="Contact">A phone, an e-mail, or the wish to be reached through somebody at the school.</param>
public sealed record Identity(string Name, string Contact)
{
    /// <summary>The first e-mail address among the contacts; null for none.</summary>
    [JsonIgnore]
    public string? Email => Contact.Split([' ', ',', ';', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)
        .FirstOrDefault(word => word.Length <= Person.EmailLength && word.Contains('@', StringComparison.Ordinal) && MailAddress.TryCreate(word, out _));
}

/// <summary>A letter as its writer sent it, checked by the page, not yet accepted.</summary>
public sealed record NewLetter
{
    /// <summary>Its id and letter key: files were sealed with them as they came.</summary>
    public required LetterDraft Draft { get; init; }

    public required string Text { get; init; }

    public required Kind Kind { get; init; }

    public required Subject Subject { get; init; }

    public required WriterGroup Group { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>Null: anonymous.</summary>
    public required Identity? Identity { get; init; }

    public required IReadOnlyList<About> About { get; init; }

    public required bool Urgent { get; init; }

    /// <summary>The language of the page: ky, ru or en.</summary>
    public required string Language { get; init; }

    public required IReadOnlyList<StagedFile> Files { get; init; }
}

/// <summary>What the writer is told of an accepted letter.</summary>
public sealed record Receipt(ReceiptCode Code, DateOnly DueOn);
