{{%AUTOESCAPE context="HTML"}}
{{! A state, a dot and a word. CHIP_KIND: neutral wait ok refuse info   CHIP_TEXT }}
<span class="chip chip-{{CHIP_KIND}}">{{CHIP_TEXT}}</span>
