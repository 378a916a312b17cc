using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ishenim.Core.Commission;

/// <summary>Names a meeting of the commission.</summary>
public readonly record struct MeetingId(Guid Value)
{
    public static MeetingId New() => new(Guid.NewGuid());

    public override string ToString() => Value.ToString();

    internal sealed class Converter() : ValueConverter<MeetingId, Guid>(id => id.Value, value => new MeetingId(value));
}
