using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ishenim.Core.Boxes;

/// <summary>Names an opening of a box.</summary>
public readonly record struct OpeningId(Guid Value)
{
    public static OpeningId New() => new(Guid.NewGuid());

    public override string ToString() => Value.ToString();

    internal sealed class Converter() : ValueConverter<OpeningId, Guid>(id => id.Value, value => new OpeningId(value));
}
