{{%AUTOESCAPE context="HTML"}}
{{! The texts of autosave.js, attributes inside a <form ...> tag. No marker. }}
data-text-saving="[[Enregistrement…]]"
data-text-saved="[[Enregistré à %s]]"
data-text-late="[[Non enregistré : nouvel essai]]"
data-text-kept="[[À corriger : votre réponse est gardée telle quelle]]"
data-text-too-long="[[Cette réponse est trop longue pour être enregistrée. Raccourcissez-la.]]"
data-text-signed-out="[[Votre session a pris fin. Vos réponses sont gardées : reconnectez-vous.]]"
data-text-restored="[[Des réponses non enregistrées ont été retrouvées et reprises.]]"
data-text-reload="[[Cette réponse a été changée ailleurs. Rechargez la page : votre texte est gardé.]]"
data-text-conflict="[[Cette réponse a été changée ailleurs. Vous aviez écrit :]]"
data-text-take="[[Reprendre mon texte]]"
data-text-other="[[Cette réponse a été changée ailleurs pendant que vous écriviez. L’autre est :]]"
data-text-mine="[[Garder mon texte]]"
