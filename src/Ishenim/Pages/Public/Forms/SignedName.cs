using System.Diagnostics.CodeAnalysis;
using Ishenim.Core.Appeals.Contacts;
using Ishenim.Core.Staff;

namespace Ishenim.Pages.Public.Forms;

/// <summary>How a writer who signs can be reached.</summary>
internal static class SignedName
{
    /// <summary>Characters of a name.</summary>
    public const int Most = 120;

    /// <summary>A phone of any country or an e-mail address.</summary>
    public static bool TryContact(string typed, [NotNullWhen(true)] out string contact)
    {
        contact = PhoneNumber.TryParse(typed, out var phone) ? phone.Text
            : EmailAddress.TryParse(typed, out var address) && address is not null ? address : "";
        return contact.Length > 0;
    }
}
