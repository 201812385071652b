-- Texts and stylesheet of a platform: lib/domain/platform_text.c.

-- name: platform_text
SELECT title, markdown FROM platform_page
WHERE platform_id = :platform AND key = :key;

-- name: platform_theme_css
SELECT theme_css FROM platform WHERE id = :id;
