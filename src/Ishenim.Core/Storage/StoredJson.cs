using System.Text.Json.Serialization;
using Ishenim.Core.Appeals;
using Ishenim.Core.Attachments;
using Ishenim.Core.Calendar;
using Ishenim.Core.Staff;

namespace Ishenim.Core.Storage;

/// <summary>
/// What every start and every first letter reads and writes as JSON, by code made while building: finding it out by reflection
/// costs a start's first letter 0.1 s.
/// </summary>
/// <remarks>
/// What a row does not have becomes null here, not the property's own default (https://github.com/dotnet/runtime/issues/84484):
/// a list that older rows lack says so in its <c>init</c>.
/// </remarks>
[JsonSourceGenerationOptions(Converters = [typeof(PersonId.Json)])]
[JsonSerializable(typeof(CalendarBook))]
[JsonSerializable(typeof(SealedFacts))]
[JsonSerializable(typeof(AttachmentFacts))]
[JsonSerializable(typeof(Identity))]
internal sealed partial class StoredJson : JsonSerializerContext;
