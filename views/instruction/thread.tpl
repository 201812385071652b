{{%AUTOESCAPE context="HTML"}}
{{! The thread with the holder; work_top.tpl and work_bottom.tpl around. THREAD_EARLIER { THREAD_EARLIER_TEXT }, markers of thread.tpl }}
[[> layout/top.tpl]]
[[> partials/work_top.tpl]]
{{#THREAD_EMPTY}}<p class="soft">[[Aucun message encore. Ce que vous écrivez ici, le porteur le lit et reçoit un courriel.]]</p>
{{/THREAD_EMPTY}}{{#THREAD_EARLIER}}<p class="small soft">{{THREAD_EARLIER_TEXT}}</p>
{{/THREAD_EARLIER}}
[[> partials/thread.tpl]]
[[> partials/work_bottom.tpl]]
[[> layout/bottom.tpl]]
