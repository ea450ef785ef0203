"""The X-ray figures: a posed skeleton with its iliopsoas inside a soft body outline.

From a record's `poses` to pictures, in this order: `posing` finds joint positions that rest on
their supports, `stage` puts the props there, `scene` says what is drawn, `render` draws it.
`lengths` and `alt` say the same poses in numbers and in words. `subjects` reads the records,
`manifest` remembers what is drawn from them, `workshop` draws what is out of date.

Directions everywhere: lateral (to the figure's right), forward, up; meters, radians where not said
otherwise. In the model's world the figure faces −y, its right is −x, up is +z.
"""
