# Waves: the list, the form, the confirmations.
wave-open-title = Open wave “{ $name }” for answers?
wave-open-body = The questionnaire “{ $questionnaire }” and the threshold of { $k } are fixed from then on. Days and months of customer scores can still be changed.
wave-open-deed = Open the wave
wave-close-title = Close wave “{ $name }”?
wave-close-body = { $answers } have answered. Results open and the wave takes no more answers. This cannot be undone.
wave-close-deed = Close the wave
wave-remove-title = Remove wave “{ $name }”?
wave-remove-body = The wave and everything collected in it leave the workspace. This cannot be undone.
wave-remove-deed = Remove the wave
