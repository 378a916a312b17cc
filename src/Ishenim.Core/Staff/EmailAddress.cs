using System.Net.Mail;

namespace Ishenim.Core.Staff;

/// <summary>An address that notices can be sent to.</summary>
public static class EmailAddress
{
    /// <summary>An address without a name around it, or null for nothing; false for anything else.</summary>
    public static bool TryParse(string? typed, out string? address)
    {
        var text = (typed ?? "").Trim();
        address = text.Length == 0 ? null : text;
        return address is null || (address.Length <= Person.EmailLength && !address.Any(char.IsControl) && MailAddress.TryCreate(address, out var parsed)
            && parsed.Address == address && parsed.Host.Contains('.', StringComparison.Ordinal));
    }
}
