using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ishenim.Core.Boxes;

/// <summary>Names a box.</summary>
public readonly record struct BoxId(Guid Value)
{
    public static BoxId New() => new(Guid.NewGuid());

    public override string ToString() => Value.ToString();

    internal sealed class Converter() : ValueConverter<BoxId, Guid>(id => id.Value, value => new BoxId(value));
}
